import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, type OfficeKeys, offerRecord } from '../../staff/index.ts'
import { caseRecord } from '../contents.ts'
import { complaintById, insertHappening } from '../queries.ts'
import { answerBy } from './answer-by.ts'
import type { Consent, OfferKind, OfferReason } from './offer.ts'
import { insertOffer, isShared, lockCase, lockCustody, mergedUnder, openOffersOf } from './queries.ts'

interface Wish {
  complaintId: string
  officeId: number
  reason: OfferReason
  consent: Consent
  /** The sealed words that go with it. */
  entryId?: string | undefined
}

/**
 * Offers a case to another office: to hold it (hand-over), or to read and help while it stays where it is (referral). Until the
 * other side accepts, the giver keeps it with every duty, and the other side reads nothing.
 * @throws NotFound when it is not this office's; Conflict when it is offered already, closed, or the other office has no key
 */
export const offerCase = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  kind: 'hand-over' | 'referral',
  wish: Wish,
): Promise<string> => {
  await heldCase(tx, actor, wish.complaintId)
  const open = await openOffersOf(tx, wish.complaintId)
  if (open.some(({ kind, toOfficeId }) => kind !== 'request' && toOfficeId === wish.officeId))
    throw new Conflict('custody.offered-already')
  const id = await sealedOffer(house, tx, keys, kind, wish)
  await keepOffer(house, tx, actor, kind, wish, { id, fromOfficeId: actor.officeId })
  if (kind === 'hand-over') await offerMerged(house, tx, actor, keys, wish, id)
  return id
}

/** Cases merged into the one that is handed over go with it: whoever handles it hears both reporters. */
const offerMerged = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  wish: Wish,
  withOffer: string,
) => {
  for (const complaintId of await mergedUnder(tx, wish.complaintId)) {
    const companion = { ...wish, complaintId, entryId: undefined }
    const id = await sealedOffer(house, tx, keys, 'hand-over', companion)
    await keepOffer(house, tx, actor, 'hand-over', companion, { id, fromOfficeId: actor.officeId, withOffer })
  }
}

/** An office that reads the case already needs no keys for a hand-over; to refer it once more has no sense. */
const sealedOffer = async (house: House, tx: Tx, keys: OfficeKeys, kind: OfferKind, wish: Wish) => {
  if (!(await isShared(tx, wish.complaintId, wish.officeId)))
    return offerRecord(tx, house.secret, caseRecord(wish.complaintId), wish.officeId, keys)
  if (kind === 'referral') throw new Conflict('custody.shared-already')
  return randomUUID()
}

/** Asks the office that holds a case one can see to give it. @throws NotFound, Conflict */
export const requestCase = async (
  house: House,
  tx: Tx,
  actor: Actor,
  wish: Omit<Wish, 'officeId'>,
): Promise<string> => {
  await lockCustody(tx, wish.complaintId)
  const found = await complaintById(tx, wish.complaintId)
  if (!found) throw new NotFound()
  if (found.ownerOfficeId === actor.officeId) throw new Conflict('custody.held-already')
  return keepOffer(
    house,
    tx,
    actor,
    'request',
    { ...wish, officeId: found.ownerOfficeId },
    { fromOfficeId: actor.officeId },
  )
}

/** The case, for the rest of the transaction this office's own. */
export const heldCase = async (tx: Tx, actor: Actor, complaintId: string) => {
  await lockCustody(tx, complaintId)
  const found = await lockCase(tx, complaintId)
  if (found?.ownerOfficeId !== actor.officeId) throw new NotFound()
  if (found.state === 'merged') throw new Conflict('complaint.changed-meanwhile')
  return found
}

const keepOffer = async (
  house: House,
  tx: Tx,
  actor: Actor,
  kind: 'hand-over' | 'referral' | 'request',
  { complaintId, officeId, reason, consent, entryId }: Wish,
  offer: { id?: string; fromOfficeId: number; withOffer?: string },
) => {
  const row = await insertOffer(tx, {
    ...offer,
    complaintId,
    kind,
    toOfficeId: officeId,
    reason,
    consent,
    madeBy: actor.staffId,
    answerBy: await answerBy(tx, house.clock()),
  })
  if (!row) throw new Conflict('custody.offered-already')
  await insertHappening(tx, {
    complaintId,
    by: 'officer',
    staffId: actor.staffId,
    officeId: actor.officeId,
    deed: `${kind}-offered`,
    detail: { offer: row.id, to: officeId, reason, consent },
    entryId,
  })
  return row.id
}
