import type { Tx } from '../../platform/database/database.ts'
import { inspectAnswers, questionsOf } from '../check/ask.ts'
import { compileRules } from '../check/compile-rules.ts'
import { inspectOffer } from '../check/inspect-offer.ts'
import { plausibility } from '../check/plausibility.ts'
import { ruleSet } from '../check/rule.ts'
import { currentGuidance } from '../guidance/queries.ts'
import type { Inspector } from './inspector.ts'
import { currentVersions } from './queries.ts'

let ready: { versions: string; inspector: Inspector } | undefined

/** The check with the rules and figures that speak now: made ready once a version, however many ask. */
export const inspectorOf = async (tx: Tx): Promise<Inspector> => {
  const versions = await currentVersions(tx)
  if (ready?.versions !== versions) ready = { versions, inspector: await madeReady(tx) }
  return ready.inspector
}

const madeReady = async (tx: Tx): Promise<Inspector> => {
  const rules = await currentGuidance(tx, 'offer-rules')
  const figures = await currentGuidance(tx, 'plausibility')
  if (!rules || !figures) throw new Error('the offer rules or their figures are not released')
  const set = ruleSet.parse(rules.body)
  const numbers = plausibility.parse(figures.body)
  const compiled = compileRules(set)
  const versions = { rules: rules.number, plausibility: figures.number }
  return {
    inspect: text => inspectOffer(text, compiled, numbers, versions),
    questions: questionsOf(set),
    set,
    inspectReplies: replies => ({
      ...inspectAnswers(replies, set, rules.number),
      plausibility: figures.number,
    }),
  }
}
