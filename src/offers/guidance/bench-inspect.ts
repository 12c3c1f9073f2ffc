import type { Tx } from '../../platform/database/database.ts'
import type { Inspection } from '../check/inspection.ts'
import type { GuidanceKind } from './guidance.ts'
import { currentGuidance, versionByNumber } from './queries.ts'
import { compileRules, inspectOffer, plausibility, ruleSet } from './rule-check.ts'

/** Kinds whose effect on offers can be tried. */
export const hasBench = (kind: GuidanceKind) => kind === 'offer-rules' || kind === 'plausibility'

type Inspect = (text: string) => Inspection

/**
 * The check as it speaks now, and as it would speak with a version on trial in place of the one of its kind.
 * @returns nothing when there is no such version, or it cannot be read
 */
export const inspectorsFor = async (
  tx: Tx,
  kind: GuidanceKind,
  trial: number,
): Promise<{ current: Inspect; trial: Inspect } | undefined> => {
  const rules = await currentGuidance(tx, 'offer-rules')
  const figures = await currentGuidance(tx, 'plausibility')
  const version = await versionByNumber(tx, kind, trial)
  if (!rules || !figures || !version) return undefined
  const current = inspectorOf(rules.body, figures.body)
  const tried =
    kind === 'offer-rules' ? inspectorOf(version.body, figures.body) : inspectorOf(rules.body, version.body)
  return current && tried && { current, trial: tried }
}

const inspectorOf = (rules: unknown, figures: unknown): Inspect | undefined => {
  const set = ruleSet.safeParse(rules)
  const numbers = plausibility.safeParse(figures)
  if (!set.success || !numbers.success) return undefined
  const compiled = compileRules(set.data)
  return text => inspectOffer(text, compiled, numbers.data)
}
