import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Consent, Offer, OfferKind } from './offer.ts'

/** Takes the case for the rest of the transaction, so that of two who act at once the second sees what the first did. */
export const lockCase = (tx: Tx, id: string) =>
  tx
    .selectFrom('complaints')
    .select(['id', 'owner_office_id as ownerOfficeId', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/**
 * Custody of one case goes forward one deed at a time, whoever acts: taken before anything is read, so that what is read holds.
 * Before the row of the case and before the locks of the vault, always in this order.
 */
export const lockCustody = (tx: Tx, complaintId: string) =>
  sql`select pg_advisory_xact_lock(${custodyKey(complaintId)})`.execute(tx)

/** The same for the house, which does not wait: what is being answered at this moment does not lapse. */
export const tryCustody = async (tx: Tx, complaintId: string): Promise<boolean> => {
  const { rows } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(${custodyKey(complaintId)}) as mine`.execute(tx)
  return rows[0]?.mine ?? false
}

const custodyKey = (complaintId: string) => sql`hashtextextended(${`custody ${complaintId}`}, 0)`

export const insertOffer = (
  tx: Tx,
  offer: {
    id?: string
    complaintId: string
    kind: OfferKind
    fromOfficeId: number
    toOfficeId: number
    reason: string
    consent: Consent
    madeBy: string
    answerBy: Date
    withOffer?: string
  },
) =>
  tx
    .insertInto('custody_offers')
    .values({
      ...(offer.id && { id: offer.id }),
      complaint_id: offer.complaintId,
      kind: offer.kind,
      from_office_id: offer.fromOfficeId,
      to_office_id: offer.toOfficeId,
      reason: offer.reason,
      consent: offer.consent,
      made_by: offer.madeBy,
      answer_by: offer.answerBy,
      with_offer: offer.withOffer ?? null,
    })
    .onConflict(oc => oc.doNothing())
    .returning('id')
    .executeTakeFirst()

const offers = (tx: Tx) =>
  tx
    .selectFrom('custody_offers')
    .select([
      'id',
      'complaint_id as complaintId',
      'kind',
      'from_office_id as fromOfficeId',
      'to_office_id as toOfficeId',
      'reason',
      'consent',
      'answer_by as answerBy',
      'with_offer as withOffer',
    ])
    .$castTo<Offer>()

/** An offer in whatever state: to learn which case it is about. */
export const offerById = (tx: Tx, id: string) => offers(tx).where('id', '=', id).executeTakeFirst()

export const openOffer = (tx: Tx, id: string) =>
  offers(tx).where('id', '=', id).where('state', '=', 'open').forUpdate().executeTakeFirst()

export const openOffersOf = (tx: Tx, complaintId: string) =>
  offers(tx).where('complaint_id', '=', complaintId).where('state', '=', 'open').orderBy('id').execute()

/** Offers of cases merged into one that is on offer: answered with it. */
export const companionsOf = (tx: Tx, offerId: string) =>
  offers(tx).where('with_offer', '=', offerId).where('state', '=', 'open').orderBy('id').execute()

/** Cases merged into this one, and into those. */
export const mergedUnder = async (tx: Tx, id: string): Promise<string[]> => {
  const below = await tx
    .selectFrom('complaints')
    .select('id')
    .where('merged_into', '=', id)
    .orderBy('id')
    .execute()
  const deeper = await Promise.all(below.map(one => mergedUnder(tx, one.id)))
  return [...below.map(one => one.id), ...deeper.flat()]
}

/** Offers nobody answered in time. */
export const lapsedOffers = (tx: Tx, now: Date) =>
  offers(tx).where('state', '=', 'open').where('answer_by', '<=', now).orderBy('id').limit(200).execute()

/** @returns whether it was still open: of two who answer at once, one does */
export const endOffer = async (
  tx: Tx,
  id: string,
  state: 'accepted' | 'rejected' | 'expired' | 'withdrawn',
  by: string | null,
  reason: string | null = null,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('custody_offers')
    .set({ state, answered_by: by, answered_at: tx.fn('now', []), answer_reason: reason })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const moveOwner = (tx: Tx, id: string, officeId: number) =>
  tx
    .updateTable('complaints')
    .set(eb => ({
      owner_office_id: officeId,
      assignee_id: null,
      changed_at: eb.fn('now', []),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

export const insertShare = (tx: Tx, complaintId: string, officeId: number, offerId: string) =>
  tx
    .insertInto('complaint_shares')
    .values({ complaint_id: complaintId, office_id: officeId, offer_id: offerId })
    .onConflict(oc => oc.doNothing())
    .execute()

export const isShared = async (tx: Tx, complaintId: string, officeId: number) =>
  (await tx
    .selectFrom('complaint_shares')
    .select('id')
    .where('complaint_id', '=', complaintId)
    .where('office_id', '=', officeId)
    .where('until', 'is', null)
    .executeTakeFirst()) !== undefined

/** @returns whether there was a share to end */
export const endShare = async (tx: Tx, complaintId: string, officeId: number) => {
  const { numUpdatedRows } = await tx
    .updateTable('complaint_shares')
    .set({ until: tx.fn('now', []) })
    .where('complaint_id', '=', complaintId)
    .where('office_id', '=', officeId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Offices that something can be sealed to. */
export const officesWithKeys = async (tx: Tx): Promise<Set<number>> =>
  new Set(
    (await tx.selectFrom('office_keys').select('office_id').where('ended_at', 'is', null).execute()).map(
      ({ office_id }) => office_id,
    ),
  )
