import { levelOf } from './inspect-offer.ts'
import type { Finding, Inspection } from './inspection.ts'
import type { RuleSet } from './rule.ts'

export const answers = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof answers)[number]

export const questionsOf = (set: RuleSet) => set.questions

/** What answers to the questions add up to. A question not answered says nothing. */
export const inspectAnswers = (
  given: Readonly<Record<string, Answer | undefined>>,
  set: RuleSet,
  version = 0,
): Inspection => {
  const findings = set.questions.flatMap(({ id, ...speaks }): Finding[] => {
    const ruleId = given[id] && speaks[given[id]]
    const rule = set.rules.find(candidate => candidate.id === ruleId)
    if (!rule) return []
    const { tone, weight, title, why, ask, source } = rule
    return [{ ruleId: rule.id, tone, weight, spans: [], title, why, ask, source }]
  })
  const level = levelOf(findings, set.levels)
  const unanswered = set.questions.some(({ id }) => !given[id] || given[id] === 'unknown')
  return {
    level: level === 'nothing-found' && unanswered ? 'incomplete' : level,
    findings,
    facts: { countries: [], jobs: [], companies: [], phones: [], wages: [] },
    rules: version,
    plausibility: 0,
  }
}
