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

export const importsOf = (tx: Tx) =>
  tx
    .selectFrom('returnee_imports')
    .select(['id', 'made_at as madeAt', 'kept', 'refused'])
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute()
