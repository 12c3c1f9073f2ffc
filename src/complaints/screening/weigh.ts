import type { IndicatorSet, Weight, Who } from './indicators.ts'

export interface Weighed {
  dimensions: {
    id: string
    strong: number
    medium: number
    weak: number
    /** Seen, without a weight of their own. */
    seen: number
    positive: boolean
    /** Which part of the rule made it positive. */
    because: string | undefined
  }[]
  /** The first level that is reached, if any: an indication, never a verdict. */
  level: string | undefined
  signs: string[]
}

type Counts = Record<Weight, number>

/**
 * What the ticked indicators add up to under a set of indicators. Codes that the set does not know count for nothing.
 * A dimension without weights (the process) is positive with the first of its indicators.
 */
export const weigh = (set: IndicatorSet, who: Who, ticked: ReadonlySet<string>): Weighed => {
  const seen = set.indicators.filter(({ id }) => ticked.has(id))
  const dimensions = set.dimensions.map(({ id }) => {
    const counts: Counts = { strong: 0, medium: 0, weak: 0, none: 0 }
    for (const indicator of seen) if (indicator.dimension === id) counts[indicator[who]]++
    const because = reached(set, counts)
    const { strong, medium, weak, none } = counts
    return { id, strong, medium, weak, seen: none, positive: because !== undefined, because }
  })
  const positive = new Set(dimensions.filter(dimension => dimension.positive).map(({ id }) => id))
  const level = set.levels.find(
    candidate =>
      candidate.who === who && candidate.needs.every(({ anyOf }) => anyOf.some(id => positive.has(id))),
  )
  const shown = new Set(seen.flatMap(({ signs }) => signs))
  return { dimensions, level: level?.id, signs: set.signs.map(({ id }) => id).filter(id => shown.has(id)) }
}

const reached = ({ rule }: IndicatorSet, { strong, medium, weak, none }: Counts): string | undefined =>
  none > 0
    ? 'seen'
    : rule.positive.find(
        need =>
          strong >= need.strong &&
          medium >= need.medium &&
          weak >= need.weak &&
          medium + weak >= need.mediumOrWeak,
      )?.id
