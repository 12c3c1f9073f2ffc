import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface Population {
  code: string
  name: string
  /** Nothing where nobody has said a figure; 0 where somebody said that nobody lives there. */
  people: number | null
  source: string | null
  asOf: string | null
  /** Counts up with every correction; 0 where there is no figure. */
  version: number
}

/** The districts that the asking office reads by name, each with how many live there. */
export const populationsSeen = async (tx: Tx): Promise<Population[]> =>
  (
    await sql<Population>`
      select s.region_code as code, o.short_name as name, p.people, p.source, p.as_of as "asOf", coalesce(p.version, 0) as version
      from offices o join office_regions s on s.office_id = o.id left join populations p on p.code = s.region_code
      where o.kind = 'district' and s.region_code like '__.__' and s.region_code like any ((select own_areas())::text[])
      order by s.region_code`.execute(tx)
  ).rows

/** What was said of a district, the latest first, with who said it. */
export const populationHistory = (tx: Tx, code: string) =>
  tx
    .selectFrom('population_versions as v')
    .leftJoin('offices as o', 'o.id', 'v.office_id')
    .select(['v.version', 'v.people', 'v.source', 'v.as_of as asOf', 'v.at'])
    .select(['v.staff_name as staff', 'o.short_name as office'])
    .where('v.code', '=', code)
    .orderBy('v.version', 'desc')
    .execute()

/** Writes a figure over the version it was made from. @param from 0 where none was yet @returns whether it was still that one */
export const writePopulation = async (
  tx: Tx,
  code: string,
  from: number,
  row: { people: number; source: string; as_of: string },
): Promise<boolean> => {
  if (from === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('populations')
      .values({ code, ...row })
      .onConflict(conflict => conflict.column('code').doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('populations')
    .set(row)
    .where('code', '=', code)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
