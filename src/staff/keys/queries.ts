import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Cost, UnderPassword } from '../../platform/vault/index.ts'

export const memberKey = (tx: Tx, staffId: string) =>
  tx.selectFrom('member_keys').selectAll().where('staff_id', '=', staffId).executeTakeFirst()

/** @returns false when there is one already */
export const insertMemberKey = async (
  tx: Tx,
  staffId: string,
  key: { publicKey: Buffer; mark: Buffer },
  under: UnderPassword,
) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('member_keys')
    .values({
      staff_id: staffId,
      public_key: key.publicKey,
      mark: key.mark,
      sealed_secret: under.sealed,
      salt: under.salt,
      cost: costJson(under.cost),
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const setNextPassword = (tx: Tx, staffId: string, under: UnderPassword) =>
  tx
    .updateTable('member_keys')
    .set({ next_sealed: under.sealed, next_salt: under.salt, next_cost: costJson(under.cost) })
    .where('staff_id', '=', staffId)
    .execute()

/** From now on the next password is the password. */
export const promoteNextPassword = (tx: Tx, staffId: string) =>
  tx
    .updateTable('member_keys')
    .set(eb => ({
      sealed_secret: eb.ref('next_sealed').$notNull(),
      salt: eb.ref('next_salt').$notNull(),
      cost: eb.ref('next_cost').$notNull(),
      next_sealed: null,
      next_salt: null,
      next_cost: null,
    }))
    .where('staff_id', '=', staffId)
    .where('next_sealed', 'is not', null)
    .execute()

export const deleteMemberKey = async (tx: Tx, staffId: string) => {
  await tx.deleteFrom('office_key_grants').where('staff_id', '=', staffId).execute()
  await tx.deleteFrom('member_keys').where('staff_id', '=', staffId).execute()
}

export const insertVault = async (
  tx: Tx,
  row: { id: Buffer; staff_id: string; session_id: string | null; sealed_secret: Buffer },
  lifetimeHours: number,
) => {
  await tx
    .deleteFrom('session_vaults')
    .where('staff_id', '=', row.staff_id)
    .where(eb => eb.or([eb('expires_at', '<', sql<Date>`now()`), eb('session_id', '=', row.session_id)]))
    .execute()
  await tx
    .insertInto('session_vaults')
    .values({ ...row, expires_at: sql<Date>`now() + ${lifetimeHours} * interval '1 hour'` })
    .execute()
}

/** The vault of this session, which by this counts as used; nothing when it was idle too long or its time is over. */
export const useVault = (tx: Tx, id: Buffer, sessionId: string, idleMinutes: number) =>
  tx
    .updateTable('session_vaults')
    .set({ last_used: sql<Date>`now()` })
    .where('id', '=', id)
    .where('session_id', '=', sessionId)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('last_used', '>', sql<Date>`now() - ${idleMinutes} * interval '1 minute'`)
    .returning('sealed_secret')
    .executeTakeFirst()

/** A vault opened by a password becomes that of the session which the second step made. */
export const bindVault = (tx: Tx, id: Buffer, sessionId: string, idleMinutes: number) =>
  tx
    .updateTable('session_vaults')
    .set({ session_id: sessionId })
    .where('id', '=', id)
    .where('session_id', 'is', null)
    .where('last_used', '>', sql<Date>`now() - ${idleMinutes} * interval '1 minute'`)
    .execute()

export const deleteVaults = (tx: Tx, staffId?: string) =>
  tx
    .deleteFrom('session_vaults')
    .$if(staffId !== undefined, query => query.where('staff_id', '=', staffId!))
    .execute()

export const staffIdByEmail = async (tx: Tx, email: string) =>
  (await tx.selectFrom('staff').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst())?.id

export const costOf = (json: unknown) => json as Cost

const costJson = (cost: Cost) => JSON.stringify(cost)
