import { currentMatchers, type Reason, weigh } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type CaseLikeRow, casesLikeArrival, markCountsOf } from './case-queries.ts'
import type { ArrivalPerson } from './queries.ts'

export interface ProposedCase {
  id: string
  number: number
  year: number
  owner: string
  /** Of a case of another office only its number, and who holds it. */
  visible: boolean
  reasons: Reason[]
}

/** Cases that may be about a person who arrives, the likeliest first: by the blind marks and matchers of complaints. */
export const proposeCases = async (
  tx: Tx,
  { id, originCode }: ArrivalPerson,
  comingFrom: string | null,
): Promise<ProposedCase[]> => {
  const rows = await casesLikeArrival(tx, id)
  if (rows.length === 0) return []
  const marks = await markCountsOf(tx, id)
  const mine = sideOf(originCode?.slice(0, 5) ?? null, comingFrom, marks)
  const set = currentMatchers()
  return [...Map.groupBy(rows, ({ other }) => other).values()]
    .map(shared => ({ ...known(shared[0]!), ...weigh(set, mine, theirsOf(shared[0]!), shared) }))
    .filter(({ score }) => score >= set.threshold)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostProposed)
}

const mostProposed = 5

const known = ({ other, number, year, owner, visible }: CaseLikeRow) => ({
  id: other,
  number,
  year,
  owner,
  visible,
})

const theirsOf = ({ region, destination, counts }: CaseLikeRow) => sideOf(region, destination, counts)

const sideOf = (region: string | null, destination: string | null, marks: Record<string, number>) => ({
  region,
  destination,
  marks,
  stage: 'returning' as const,
  departs: null,
  received: null,
  problems: [],
})
