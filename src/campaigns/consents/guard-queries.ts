import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Whether a version may be shown no more, because a consent that its picture rests on has ended. */
export const isRecalled = async (tx: Tx, versionId: number): Promise<boolean> => {
  const { rows } = await sql<{ recalled: boolean }>`select is_recalled(${versionId}) as recalled`.execute(tx)
  return rows[0]!.recalled
}

/** Holds off the ending of consents until this transaction is over; many may hold at once. */
export const holdConsents = (tx: Tx) =>
  sql`select pg_advisory_xact_lock_shared(hashtext('consents'))`.execute(tx)

/** Waits until nobody keeps a picture any more, and lets nobody until this transaction is over. */
export const seizeConsents = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('consents'))`.execute(tx)
