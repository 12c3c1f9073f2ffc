import type { Tx } from '../../platform/database/database.ts'

export const insertFeed = (tx: Tx, row: { office_id: number; secret_hash: Buffer; made_by: string }) =>
  tx.insertInto('activity_feeds').values(row).execute()

export const revokeFeeds = (tx: Tx, officeId: number) =>
  tx
    .updateTable('activity_feeds')
    .set(eb => ({ revoked_at: eb.fn('now', []) }))
    .where('office_id', '=', officeId)
    .where('revoked_at', 'is', null)
    .execute()

/** When the address that works now was made. */
export const feedOf = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('activity_feeds')
    .select(['made_at as madeAt'])
    .where('office_id', '=', officeId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()

export const officeOfFeed = (tx: Tx, secretHash: Buffer) =>
  tx
    .selectFrom('activity_feeds as f')
    .innerJoin('offices as o', 'o.id', 'f.office_id')
    .select(['o.id', 'o.short_name as name'])
    .where('f.secret_hash', '=', secretHash)
    .where('f.revoked_at', 'is', null)
    .executeTakeFirst()
