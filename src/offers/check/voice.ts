import type { RuleSet } from './rule.ts'

/** Who speaks: an offer calls on its reader; a text about offers tells, warns, asks or teaches, and may quote what it warns of. */
export type Voice = 'offers' | 'mixed' | 'tells'

/**
 * Signs of telling weighed against signs of calling, by the weights that the rules give them. A text with no sign of telling is
 * taken for an offer: who copies a bare sentence into the check mostly copied it from one. One that calls loudly is never only
 * telling: stories of success recruit.
 */
export const voiceOf = (weights: RuleSet['voice'], signals: ReadonlySet<string>): Voice => {
  if (!weights) return 'offers'
  const tells = sumOf(weights.tells, signals)
  const calls = sumOf(weights.calls, signals)
  const balance = tells - calls
  if (balance >= weights.telling && calls < (weights.loud ?? Infinity)) return 'tells'
  return tells > 0 && balance >= weights.mixed ? 'mixed' : 'offers'
}

/** Whether a text calls on its reader at all: what it says is then an offer, whether or not it names work or a country. */
export const isCalling = (weights: RuleSet['voice'], signals: ReadonlySet<string>) =>
  weights !== undefined && sumOf(weights.calls, signals) > 0

const sumOf = (weights: Readonly<Record<string, number>>, signals: ReadonlySet<string>) =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + (signals.has(name) ? weight : 0), 0)
