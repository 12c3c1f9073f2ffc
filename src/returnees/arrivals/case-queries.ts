import { sql } from 'kysely'
import type { Shared } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'

export interface CaseLikeRow extends Shared {
  other: string
  number: number
  year: number
  owner: string
  visible: boolean
  region: string | null
  destination: string | null
  counts: Record<string, number>
}

export const casesLikeArrival = async (tx: Tx, personId: string): Promise<CaseLikeRow[]> =>
  (
    await sql<CaseLikeRow>`
      select other, number, year, owner, visible, kind, 'worker' as mine, whose as theirs, equal, spread, region, destination, counts
      from cases_like_arrival(${personId})`.execute(tx)
  ).rows

/** How many marks of each kind a person has. */
export const markCountsOf = async (tx: Tx, personId: string): Promise<Record<string, number>> => {
  const rows = await tx
    .selectFrom('arrival_marks')
    .select(['kind', tx.fn.countAll<number>().as('count')])
    .where('person_id', '=', personId)
    .groupBy('kind')
    .execute()
  return Object.fromEntries(rows.map(({ kind, count }) => [`${kind} worker`, Number(count)]))
}
