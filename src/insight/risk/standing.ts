import type { Coverage, CoveragePart, Reached } from './coverage.ts'

export const signalKinds = ['reports', 'checks', 'returnees'] as const
export type SignalKind = (typeof signalKinds)[number]

/** How much each signal says of risk: a report is a person in trouble, a check only a doubt. */
export const weights: Record<SignalKind, number> = { reports: 0.6, checks: 0.2, returnees: 0.2 }

export const quadrants = ['high-silent', 'high-reached', 'low-silent', 'low-reached', 'unknown'] as const
export type Quadrant = (typeof quadrants)[number]

/** A district as it stands: signals of twelve months beside what reaches its people. */
export interface Standing {
  code: string
  name: string
  officeId: number
  tile: { column: number; row: number } | undefined
  people: number
  signals: Record<SignalKind, number>
  urgent: number
  /** As a multiple of the province's; nothing where nobody counts its people or nothing happened anywhere. */
  risk: { mean: number; low: number; high: number } | undefined
  reached: Reached
  coverage: Coverage
  quadrant: Quadrant
}

/** Over the mean of the province is high; under half of what can be asked for is silent. */
export const quadrantOf = (risk: Standing['risk'], { whole }: Coverage): Quadrant => {
  if (!risk) return 'unknown'
  return `${risk.mean > 1 ? 'high' : 'low'}-${whole < 0.5 ? 'silent' : 'reached'}`
}

/** The most worrying first: risk times what does not reach. Where risk is not known, silence alone counts. */
export const byWorry = (a: Standing, b: Standing): number =>
  worryOf(b) - worryOf(a) || a.code.localeCompare(b.code)

export const worryOf = ({ risk, coverage }: Standing): number => (risk?.mean ?? 0) * (1.25 - coverage.whole)

/** What to do next in a district, one step for each part that is missing, the surest first. */
export interface Step {
  standing: Standing
  part: Exclude<CoveragePart, 'reach'>
}

export const stepsOf = (standings: Standing[], most: number): Step[] =>
  [...standings]
    .sort(byWorry)
    .flatMap(standing => {
      const { reached } = standing
      const missing: Step['part'][] = []
      if (reached.held === 0 && reached.planned === 0) missing.push('outreach')
      else if (reached.planned === 0) missing.push('plan')
      if (reached.told < reached.due || reached.due === 0) missing.push('publications')
      return missing.map(part => ({ standing, part }))
    })
    .slice(0, most)
