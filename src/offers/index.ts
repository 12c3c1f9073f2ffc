export { shippedGuidance } from './guidance/guidance.ts'
export { loadGuidance } from './guidance/load-guidance.ts'
export { currentGuidance } from './guidance/queries.ts'
