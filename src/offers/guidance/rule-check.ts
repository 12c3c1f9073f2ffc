/** The engine of the offer check, as the console uses it: the one place that names where it comes from. */
export { compileRules, inspectOffer, plausibility, ruleSet } from './stand-in.ts'
