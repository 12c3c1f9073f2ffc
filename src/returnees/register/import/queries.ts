import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export const insertImport = (
  tx: Tx,
  row: { id: string; office_id: number; made_by: string; kept: number; refused: number },
) => tx.insertInto('returnee_imports').values(row).execute()

export const importById = (tx: Tx, id: string) =>
  tx
    .selectFrom('returnee_imports')
    .select(['id', 'made_at as madeAt', 'kept', 'refused'])
    .where('id', '=', id)
    .executeTakeFirst()

/** How many records of a list stand in the register, how many of them the house has compared, and beside how many another stands. */
export const comparedOf = async (tx: Tx, id: string) => {
  const { rows } = await sql<{ total: number; compared: number; likes: number }>`
    select count(*)::int as total, count(compared_at)::int as compared,
      (count(*) filter (where r.id in (select id from unjudged_returnees())))::int as likes
    from returnees r where r.import_id = ${id} and r.state = 'active'`.execute(tx)
  return rows[0]!
}

export const importsOf = (tx: Tx) =>
  tx
    .selectFrom('returnee_imports')
    .select(['id', 'made_at as madeAt', 'kept', 'refused'])
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute()
