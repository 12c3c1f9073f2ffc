import { readFileSync } from 'node:fs'
import { compileRules } from './compile-rules.ts'
import { inspectOffer } from './inspect-offer.ts'
import { plausibility } from './plausibility.ts'
import { ruleSet } from './rule.ts'

/** The rules and figures that the product is delivered with, ready to be used. */
export const rules = ruleSet.parse(contentOf('offer-rules'))
export const figures = plausibility.parse(contentOf('plausibility'))
export const compiled = compileRules(rules)

export const inspected = (text: string) => inspectOffer(text, compiled, figures)

export const foundIn = (text: string) => inspected(text).findings.map(({ ruleId }) => ruleId)

/** The words that a rule rests on, as they stand in the text. */
export const wordsFor = (text: string, ruleId: string) =>
  inspected(text)
    .findings.filter(finding => finding.ruleId === ruleId)
    .flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))

function contentOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/content/${name}.json`, import.meta.url), 'utf8'))
}
