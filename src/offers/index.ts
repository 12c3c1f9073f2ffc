export { loadGuidance } from './guidance/load-guidance.ts'
export { currentGuidance } from './guidance/queries.ts'
