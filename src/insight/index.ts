export { startInsight } from './jobs.ts'
export { riskOf } from './risk/risk-of.ts'
