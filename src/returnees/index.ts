export { returneesWithNeeds } from './door-queries.ts'
export { startReturnees } from './jobs.ts'
export { recoverRegistration, selfRoutes } from './register/self-routes.tsx'
