import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { PassReason, ReturneeOffer } from './offer.ts'

/** @returns false when it is on offer already */
export const insertReturneeOffer = async (
  tx: Tx,
  row: {
    id: string
    returneeId: string
    record: string
    fromOfficeId: number
    toOfficeId: number
    reason: PassReason
    madeBy: string
  },
) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('returnee_offers')
    .values({
      id: row.id,
      returnee_id: row.returneeId,
      record: row.record,
      from_office_id: row.fromOfficeId,
      to_office_id: row.toOfficeId,
      reason: row.reason,
      made_by: row.madeBy,
    })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const openOffers = (tx: Tx) =>
  tx
    .selectFrom('returnee_offers as p')
    .innerJoin('offices as f', 'f.id', 'p.from_office_id')
    .innerJoin('offices as t', 't.id', 'p.to_office_id')
    .select(['p.id', 'p.returnee_id as returneeId', 'p.record', 'f.name as from', 't.name as to'])
    .select(['p.reason', 'p.made_at as madeAt'])
    .where('p.state', '=', 'open')
    .orderBy('p.made_at')
    .$castTo<ReturneeOffer>()

/** What other offices offer to this one. */
export const offersTo = (tx: Tx, officeId: number) =>
  openOffers(tx).where('p.to_office_id', '=', officeId).execute()

export const openOfferOf = (tx: Tx, returneeId: string) =>
  openOffers(tx).where('p.returnee_id', '=', returneeId).executeTakeFirst()

export const openOfferById = (tx: Tx, id: string) => openOffers(tx).where('p.id', '=', id).executeTakeFirst()

/** The record changes hands with all that goes on. @returns whose it was; nothing when the offer is gone */
export const takeReturnee = async (tx: Tx, offerId: string) =>
  (
    await sql<{
      returnee: string
      former: number
    }>`select returnee, former from take_returnee(${offerId})`.execute(tx)
  ).rows[0]

/** @returns whether it was still open and this office's to close */
export const closeReturneeOffer = async (
  tx: Tx,
  id: string,
  state: 'rejected' | 'withdrawn',
  staffId: string,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('returnee_offers')
    .set({ state, answered_by: staffId, answered_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Offices that a record can be sealed to, this one left out. */
export const receivingOffices = (tx: Tx, own: number) =>
  tx
    .selectFrom('offices as o')
    .innerJoin('office_keys as k', 'k.office_id', 'o.id')
    .select(['o.id', 'o.name'])
    .where('k.ended_at', 'is', null)
    .where('o.id', '<>', own)
    .orderBy('o.name')
    .execute()
