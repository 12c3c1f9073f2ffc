/** The engine of the offer check, as the console uses it: the one place that names where it comes from. */
export { BadRules, compileRules } from '../check/compile-rules.ts'
export { inspectOffer } from '../check/inspect-offer.ts'
export { plausibility } from '../check/plausibility.ts'
export { ruleSet } from '../check/rule.ts'
