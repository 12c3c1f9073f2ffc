import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Locks the upload against another sender until this transaction ends. @returns nothing when none has begun */
export const lockUpload = (tx: Tx, id: string) =>
  tx.selectFrom('uploads').select(['total', 'answer']).where('id', '=', id).forUpdate().executeTakeFirst()

/** @returns false when somebody has this number already */
export const insertUpload = async (tx: Tx, id: string, staffId: string, total: number): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('uploads')
    .values({ id, staff_id: staffId, total })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirstOrThrow()
  return !!numInsertedOrUpdatedRows
}

/** Bytes that have arrived. */
export const arrived = async (tx: Tx, id: string): Promise<number> => {
  const { bytes } = await tx
    .selectFrom('upload_pieces')
    .select(sql<number>`coalesce(sum(length(bytes)), 0)::int`.as('bytes'))
    .where('upload_id', '=', id)
    .executeTakeFirstOrThrow()
  return bytes
}

export const insertPiece = (tx: Tx, id: string, place: number, bytes: Buffer) =>
  tx.insertInto('upload_pieces').values({ upload_id: id, place, bytes }).execute()

export const piecesOf = async (tx: Tx, id: string): Promise<Buffer[]> => {
  const rows = await tx
    .selectFrom('upload_pieces')
    .select('bytes')
    .where('upload_id', '=', id)
    .orderBy('place')
    .execute()
  return rows.map(({ bytes }) => bytes)
}

export const dropPieces = (tx: Tx, id: string) =>
  tx.deleteFrom('upload_pieces').where('upload_id', '=', id).execute()

export const setAnswer = (tx: Tx, id: string, answer: string) =>
  tx.updateTable('uploads').set({ answer }).where('id', '=', id).execute()

/** A person's unfinished uploads beyond so many bytes go, the oldest first: what they were is begun anew. */
export const dropOldest = (tx: Tx, staffId: string, mostBytes: number) =>
  sql`
    delete from uploads where id in (
      select id from (
        select id, sum(total) over (order by begun_at desc, id) as together from uploads
        where staff_id = ${staffId} and answer is null) mine
      where together > ${mostBytes})`.execute(tx)

/** @returns how many went */
export const forgetUploads = async (tx: Tx, before: Date): Promise<number> =>
  Number((await tx.deleteFrom('uploads').where('begun_at', '<', before).executeTakeFirst()).numDeletedRows)
