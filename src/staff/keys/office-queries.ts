import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export const currentOfficeKey = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('office_keys')
    .select(['epoch', 'public_key', 'mark'])
    .where('office_id', '=', officeId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** @returns false when somebody else has just made this epoch */
export const insertOfficeKey = async (
  tx: Tx,
  officeId: number,
  epoch: number,
  key: { publicKey: Buffer; mark: Buffer },
) => {
  await tx
    .updateTable('office_keys')
    .set({ ended_at: sql<Date>`now()` })
    .where('office_id', '=', officeId)
    .where('epoch', '<', epoch)
    .where('ended_at', 'is', null)
    .execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('office_keys')
    .values({ office_id: officeId, epoch, public_key: key.publicKey, mark: key.mark })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const insertGrant = (
  tx: Tx,
  row: { office_id: number; epoch: number; staff_id: string; sealed_secret: Buffer; granted_by: string },
) =>
  tx
    .insertInto('office_key_grants')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const grantsOf = (tx: Tx, officeId: number, staffId: string) =>
  tx
    .selectFrom('office_key_grants')
    .innerJoin('office_keys', join =>
      join
        .onRef('office_keys.office_id', '=', 'office_key_grants.office_id')
        .onRef('office_keys.epoch', '=', 'office_key_grants.epoch'),
    )
    .select(['office_key_grants.epoch', 'office_key_grants.sealed_secret', 'office_keys.ended_at'])
    .where('office_key_grants.office_id', '=', officeId)
    .where('office_key_grants.staff_id', '=', staffId)
    .orderBy('office_key_grants.epoch')
    .execute()

export const holdersOfEpoch = async (tx: Tx, officeId: number, epoch: number): Promise<string[]> =>
  (
    await tx
      .selectFrom('office_key_grants')
      .select('staff_id')
      .where('office_id', '=', officeId)
      .where('epoch', '=', epoch)
      .execute()
  ).map(({ staff_id }) => staff_id)

export const deleteGrants = (tx: Tx, staffId: string) =>
  tx.deleteFrom('office_key_grants').where('staff_id', '=', staffId).execute()

export const publicKeysOf = async (tx: Tx, officeId: number) => {
  const { rows } = await sql<{ staff_id: string; public_key: Buffer; mark: Buffer }>`
    select staff_id, public_key, mark from member_public_keys(${officeId})`.execute(tx)
  return new Map(rows.map(row => [row.staff_id, row]))
}

export const activeStaffOf = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name', 'roles'])
    .where('office_id', '=', officeId)
    .where('active', '=', true)
    .orderBy('name')
    .execute()

export const officeOf = async (tx: Tx, staffId: string) =>
  (await tx.selectFrom('staff').select('office_id').where('id', '=', staffId).executeTakeFirst())?.office_id

export const papersOf = (tx: Tx, officeId: number) =>
  tx.selectFrom('office_papers').selectAll().where('office_id', '=', officeId).orderBy('made_at').execute()

export const insertPaper = (
  tx: Tx,
  row: { office_id: number; public_key: Buffer; mark: Buffer; proof: Buffer; made_by: string },
) => tx.insertInto('office_papers').values(row).execute()

/** The paper counts, and those before it no longer do. */
export const confirmPaper = async (tx: Tx, officeId: number, publicKey: Buffer) => {
  await tx
    .deleteFrom('office_papers')
    .where('office_id', '=', officeId)
    .where('public_key', '!=', publicKey)
    .execute()
  await tx
    .updateTable('office_papers')
    .set({ confirmed_at: sql<Date>`now()` })
    .where('office_id', '=', officeId)
    .where('public_key', '=', publicKey)
    .execute()
}

export const dropUnconfirmedPapers = (tx: Tx, officeId: number) =>
  tx.deleteFrom('office_papers').where('office_id', '=', officeId).where('confirmed_at', 'is', null).execute()

export const insertPaperGrant = (
  tx: Tx,
  row: { office_id: number; epoch: number; paper: Buffer; sealed_secret: Buffer },
) =>
  tx
    .insertInto('office_paper_grants')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const paperGrantsOf = (tx: Tx, officeId: number, paper: Buffer) =>
  tx
    .selectFrom('office_paper_grants')
    .select(['epoch', 'sealed_secret'])
    .where('office_id', '=', officeId)
    .where('paper', '=', paper)
    .execute()
