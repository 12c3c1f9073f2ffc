import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'

/** Names of the staff of an office whose drafts the asker sees. */
export const peopleOf = async (tx: Tx, officeId: number): Promise<string[]> =>
  (await sql<{ name: string }>`select desk_people(${officeId}) as name order by 1`.execute(tx)).rows.map(
    ({ name }) => name,
  )

/** The regencies of the provinces that an office serves. */
export const regenciesAround = async (tx: Tx, officeId: number): Promise<string[]> =>
  (
    await sql<{ name: string }>`
      select name from regions where level = 'regency' and left(code, 2) in
        (select left(region_code, 2) from office_regions where office_id = ${officeId}) order by code`.execute(
      tx,
    )
  ).rows.map(({ name }) => name)
