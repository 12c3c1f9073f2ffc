import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { Need } from './returnee.ts'

/** Of whom programmes are looked for: codes only, and who agreed to it. */
export interface NeedyReturnee {
  id: string
  number: number
  originCode: string | null
  destination: string | null
  sector: string | null
  sex: string | null
  ageBand: string | null
  returnedMonth: string | null
  wayBack: string | null
  needs: string[]
  skills: string[]
  wishes: string[]
  registeredAt: Date
}

/**
 * Registered people of the asking office who agreed that programmes are looked for, the longest waiting first.
 * @param filter any of these needs, and a district; nothing narrows nothing
 */
export const returneesWithNeeds = async (
  tx: Tx,
  filter: { needs?: readonly Need[]; district?: string } = {},
  limit = 20_000,
): Promise<NeedyReturnee[]> => {
  const { needs = [], district } = filter
  const { rows } = await sql<NeedyReturnee>`
    select id, number, origin_code as "originCode", destination, sector, sex, age_band as "ageBand",
      returned_month as "returnedMonth", way_back as "wayBack", needs, skills, wishes, registered_at as "registeredAt"
    from returnees
    where state = 'active' and consents @> array['programmes']
      and (${needs.length === 0} or needs && ${needs}::text[])
      and (${district ?? null}::text is null or origin_code like ${`${district ?? ''}%`})
    order by number limit ${limit}`.execute(tx)
  return rows
}
