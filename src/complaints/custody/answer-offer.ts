import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import {
  type Actor,
  acceptOffer,
  dropOffer,
  endHold,
  giveRecord,
  type OfficeKeys,
} from '../../staff/index.ts'
import { caseRecord } from '../contents.ts'
import { type Happening, insertHappening } from '../queries.ts'
import { nextOwner, type Offer, type RejectReason } from './offer.ts'
import {
  companionsOf,
  endOffer,
  endShare,
  insertOffer,
  insertShare,
  lapsedOffers,
  lockCase,
  lockCustody,
  mergedUnder,
  moveOwner,
  offerById,
  openOffer,
  openOffersOf,
  tryCustody,
} from './queries.ts'

/**
 * Accepts what is offered: in one transaction the case changes hands, or is shared, and its keys open. Two who accept at once:
 * one does, the other is told. @throws NotFound, Conflict
 */
export const acceptCase = async (house: House, tx: Tx, actor: Actor, offerId: string): Promise<Offer> => {
  const offer = await answering(tx, actor, offerId)
  if (offer.kind === 'request') throw new NotFound()
  if (offer.kind === 'hand-over') await lockCase(tx, offer.complaintId)
  await end(tx, offer, 'accepted', actor)
  // Whom it was referred to has its keys already; the reading becomes holding.
  if (offer.kind === 'referral' || !(await endShare(tx, offer.complaintId, actor.officeId)))
    await acceptOffer(tx, house.secret, caseRecord(offer.complaintId), actor.officeId, offer.id)
  if (offer.kind === 'referral') await insertShare(tx, offer.complaintId, actor.officeId, offer.id)
  else await passOn(tx, offer, true)
  for (const companion of await companionsOf(tx, offer.id)) {
    await end(tx, companion, 'accepted', actor)
    await acceptOffer(tx, house.secret, caseRecord(companion.complaintId), actor.officeId, companion.id)
    await passOn(tx, companion, true)
  }
  return offer
}

/** Grants a request: the holder seals the case to the office that asked, which holds it from now on. @throws NotFound, Conflict */
export const grantCase = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  offerId: string,
): Promise<Offer> => {
  const offer = await answering(tx, actor, offerId)
  if (offer.kind !== 'request') throw new NotFound()
  const record = caseRecord(offer.complaintId)
  const found = await lockCase(tx, offer.complaintId)
  if (found?.ownerOfficeId !== actor.officeId) throw new Conflict('custody.answered-already')
  await end(tx, offer, 'accepted', actor)
  await endOffersTo(tx, offer.complaintId, offer.fromOfficeId)
  // Whom it was referred to has its keys already.
  if (!(await endShare(tx, offer.complaintId, offer.fromOfficeId)))
    await giveRecord(tx, house.secret, record, offer.fromOfficeId, keys)
  await passOn(tx, offer, false)
  for (const complaintId of await mergedUnder(tx, offer.complaintId))
    await passMerged(house, tx, actor, keys, offer, complaintId)
  return offer
}

/** What lay on offer to the office that asked is settled by the granting: its keys would stand in the way. */
const endOffersTo = async (tx: Tx, complaintId: string, officeId: number) => {
  for (const other of await openOffersOf(tx, complaintId))
    if (
      other.toOfficeId === officeId &&
      other.kind !== 'request' &&
      (await endOffer(tx, other.id, 'withdrawn', null))
    )
      await dropOffer(tx, other.id)
}

/** A case merged into one that was asked for goes with it: offered, accepted and given in one. */
const passMerged = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { fromOfficeId: asker, consent, answerBy, id: withOffer }: Offer,
  complaintId: string,
) => {
  const record = caseRecord(complaintId)
  const id = randomUUID()
  const made = {
    complaintId,
    kind: 'hand-over' as const,
    reason: 'same-matter',
    consent,
    answerBy,
    withOffer,
  }
  const by = { fromOfficeId: actor.officeId, toOfficeId: asker, madeBy: actor.staffId }
  await insertOffer(tx, { ...made, ...by, id })
  const offer: Offer = { ...made, ...by, id }
  await end(tx, offer, 'accepted', actor)
  await giveRecord(tx, house.secret, record, asker, keys)
  await passOn(tx, offer, true)
}

/** Says no, with a reason from the closed list. The case stays where it was all along. @throws NotFound, Conflict */
export const rejectCase = async (
  tx: Tx,
  actor: Actor,
  offerId: string,
  reason: RejectReason,
  entryId?: string,
) => {
  const offer = await answering(tx, actor, offerId)
  await end(tx, offer, 'rejected', actor, reason, entryId)
  if (offer.kind !== 'request') await dropOffer(tx, offer.id)
  for (const companion of await companionsOf(tx, offer.id)) {
    await end(tx, companion, 'rejected', actor, reason)
    await dropOffer(tx, companion.id)
  }
  return offer
}

/** The giver takes it back before it is answered. @throws NotFound, Conflict */
export const withdrawOffer = async (tx: Tx, actor: Actor, offerId: string): Promise<Offer> => {
  const offer = await openAlone(tx, offerId)
  if (offer?.fromOfficeId !== actor.officeId) throw new NotFound()
  await end(tx, offer, 'withdrawn', actor)
  if (offer.kind !== 'request') await dropOffer(tx, offer.id)
  for (const companion of await companionsOf(tx, offer.id)) {
    await end(tx, companion, 'withdrawn', actor)
    await dropOffer(tx, companion.id)
  }
  return offer
}

/** Ends a referral: what is written from now on is out of reach; what was read stays known, and its keys are taken back. */
export const revokeShare = async (
  tx: Tx,
  actor: Actor,
  complaintId: string,
  officeId: number,
): Promise<void> => {
  await lockCustody(tx, complaintId)
  const found = await lockCase(tx, complaintId)
  if (!found || (found.ownerOfficeId !== actor.officeId && officeId !== actor.officeId)) throw new NotFound()
  await insertHappening(tx, { ...of(actor), complaintId, deed: 'share-ended', detail: { office: officeId } })
  await endHold(tx, caseRecord(complaintId), officeId, false)
  if (!(await endShare(tx, complaintId, officeId))) throw new Conflict('complaint.changed-meanwhile')
}

/** What nobody answered in time returns by itself. Run by the house. @returns the offers that ended */
export const expireOffers = async (tx: Tx, now: Date): Promise<Offer[]> => {
  const ended: Offer[] = []
  for (const offer of await lapsedOffers(tx, now)) {
    if (!(await tryCustody(tx, offer.complaintId))) continue
    if (!(await endOffer(tx, offer.id, 'expired', null))) continue
    await dropOffer(tx, offer.id)
    await insertHappening(tx, {
      complaintId: offer.complaintId,
      by: 'house',
      officeId: offer.fromOfficeId,
      deed: `${offer.kind}-expired`,
      detail: { offer: offer.id, to: offer.toOfficeId },
    })
    ended.push(offer)
  }
  return ended
}

const answering = async (tx: Tx, actor: Actor, offerId: string): Promise<Offer> => {
  const offer = await openAlone(tx, offerId)
  if (!offer) throw new Conflict('custody.answered-already')
  if (offer.toOfficeId !== actor.officeId || offer.withOffer) throw new NotFound()
  return offer
}

/** The offer as it stands once nobody else acts on its case. */
const openAlone = async (tx: Tx, offerId: string): Promise<Offer | undefined> => {
  const about = await offerById(tx, offerId)
  if (!about) return undefined
  await lockCustody(tx, about.complaintId)
  return openOffer(tx, offerId)
}

const end = async (
  tx: Tx,
  offer: Offer,
  state: 'accepted' | 'rejected' | 'withdrawn',
  actor: Actor,
  reason: string | null = null,
  entryId?: string,
) => {
  if (!(await endOffer(tx, offer.id, state, actor.staffId, reason)))
    throw new Conflict('custody.answered-already')
  const holder = state === 'accepted' ? nextOwner(offer) : undefined
  await insertHappening(tx, {
    ...of(actor),
    complaintId: offer.complaintId,
    deed: `${offer.kind}-${state}`,
    detail: {
      offer: offer.id,
      from: offer.fromOfficeId,
      to: offer.toOfficeId,
      ...(holder && { holder }),
      ...(reason && { reason }),
    },
    entryId,
  })
}

/** The case changes hands; whatever else is open about it was said by, or to, somebody who holds it no more. */
const passOn = async (tx: Tx, offer: Offer, isReceiver: boolean) => {
  const [former, next] = isReceiver
    ? [offer.fromOfficeId, offer.toOfficeId]
    : [offer.toOfficeId, offer.fromOfficeId]
  const record = caseRecord(offer.complaintId)
  if (!(await lockCase(tx, offer.complaintId))) throw new Conflict('custody.answered-already')
  const before = await openOffersOf(tx, offer.complaintId)
  await moveOwner(tx, offer.complaintId, next)
  // Who gives sees them all before, who takes sees them all after; and it is still a holder of the record, who may drop keys.
  for (const other of [...before, ...(await openOffersOf(tx, offer.complaintId))])
    if ((await endOffer(tx, other.id, 'withdrawn', null)) && other.kind !== 'request')
      await dropOffer(tx, other.id)
  await endHold(tx, record, former, true)
}

const of = ({ staffId, officeId }: Actor): Pick<Happening, 'by' | 'staffId' | 'officeId'> => ({
  by: 'officer',
  staffId,
  officeId,
})
