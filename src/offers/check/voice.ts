import type { RuleSet } from './rule.ts'

/** Who speaks: an offer calls on its reader; a text about offers tells, warns or teaches, and may quote what it warns of. */
export type Voice = 'offers' | 'mixed' | 'tells'

/** Signs of telling weighed against signs of calling, by the weights that the rules give them. */
export const voiceOf = (weights: RuleSet['voice'], signals: ReadonlySet<string>): Voice => {
  if (!weights) return 'offers'
  const balance = sumOf(weights.tells, signals) - sumOf(weights.calls, signals)
  if (balance >= weights.telling) return 'tells'
  return balance >= weights.mixed ? 'mixed' : 'offers'
}

const sumOf = (weights: Readonly<Record<string, number>>, signals: ReadonlySet<string>) =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + (signals.has(name) ? weight : 0), 0)
