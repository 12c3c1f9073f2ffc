export { startForgetting } from './answer/keep-result.ts'
export { answerRoutes } from './answer/routes.tsx'
export { loadGuidance } from './guidance/load-guidance.ts'
export { currentGuidance } from './guidance/queries.ts'
