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
    ])
    .$castTo<Offer>()

export const openOffer = (tx: Tx, id: string) =>
  offers(tx).where('id', '=', id).where('state', '=', 'open').forUpdate().executeTakeFirst()

export const openOffersOf = (tx: Tx, complaintId: string) =>
  offers(tx).where('complaint_id', '=', complaintId).where('state', '=', 'open').orderBy('id').execute()

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
