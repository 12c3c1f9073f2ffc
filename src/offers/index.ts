export { loadGuidance } from './guidance/load-guidance.ts'
export { currentGuidance } from './guidance/queries.ts'
export { type Lookup, lookUpCompany } from './register/look-up-company.ts'
