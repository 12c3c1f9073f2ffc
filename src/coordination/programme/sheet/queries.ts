import { sql } from 'kysely'
import type { Cell } from '../../../offers/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Reason } from './read-row.ts'

export const placesByCode = async (tx: Tx, codes: string[]): Promise<string[]> =>
  codes.length === 0
    ? []
    : (await tx.selectFrom('regions').select('code').where('code', 'in', codes).execute()).map(
        ({ code }) => code,
      )

/** Places by name, whatever kind they are, each with the names above it. @param names in lower case, without the kind of place */
export const placesByName = async (tx: Tx, names: string[]) => {
  const { rows } = await sql<{ code: string; name: string; within: string }>`
    select r.code, r.name, coalesce(string_agg(a.name, ' '), '') as within
    from regions r left join regions a on a.code in (left(r.code, 8), left(r.code, 5), left(r.code, 2)) and a.code <> r.code
    where r.level <> 'province'
      and lower(regexp_replace(r.name, '^(Kabupaten|Kota) ', '')) = any(${names}::text[])
    group by r.code, r.name limit 500`.execute(tx)
  return rows
}

/** A row that was left out, as it stood in the sheet, and why. */
export interface LeftOut {
  row: number
  cells: Cell[]
  reasons: (Reason | { column: 'title'; reason: 'plan.row-known' })[]
}

export const insertImport = async (
  tx: Tx,
  row: {
    officeId: number
    staffId: string
    fileName: string
    taken: number
    titles: string[]
    leftOut: LeftOut[]
  },
) =>
  (
    await tx
      .insertInto('activity_imports')
      .values({
        office_id: row.officeId,
        asked_by: row.staffId,
        file_name: row.fileName,
        taken: row.taken,
        left_out: JSON.stringify({ titles: row.titles, rows: row.leftOut }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export interface Import {
  id: number
  fileName: string
  taken: number
  at: Date
  leftOut: { titles: string[]; rows: LeftOut[] }
}

export const importById = async (tx: Tx, id: number): Promise<Import | undefined> => {
  const row = await tx
    .selectFrom('activity_imports')
    .select(['id', 'file_name as fileName', 'taken', 'at', 'left_out as leftOut'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, leftOut: row.leftOut as unknown as Import['leftOut'] }
}
