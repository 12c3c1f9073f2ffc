export { type Facts, recordedFacts } from './outreach/facts.ts'
export { planActivity } from './programme/plan-activity.ts'
