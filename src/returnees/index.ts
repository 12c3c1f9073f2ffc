export { returneesWithNeeds } from './door-queries.ts'
export { ownFollowUpRoutes } from './follow-ups/own-routes.tsx'
export { startReturnees } from './jobs.ts'
export { recoverRegistration, selfRoutes } from './register/self-routes.tsx'
