import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import {
  type Actor,
  acceptOffer,
  dropOffer,
  endHold,
  type OfficeKeys,
  offerRecord,
} from '../../staff/index.ts'
import { returneeRecord } from '../contents.ts'
import { returneeById } from '../register/queries.ts'
import { returneeNumber } from '../words.ts'
import type { PassReason } from './offer.ts'
import { closeReturneeOffer, insertReturneeOffer, openOfferById, takeReturnee } from './queries.ts'

interface Wish {
  returneeId: string
  officeId: number
  reason: PassReason
}

/**
 * Offers a record to another office, sealed to it under a lid that only its acceptance takes off.
 * @throws NotFound when it is not this office's; Conflict when it is on offer already or the other office has no key
 */
export const offerReturnee = async (
  house: Pick<House, 'secret'>,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { returneeId, officeId, reason }: Wish,
): Promise<string> => {
  const returnee = await returneeById(tx, returneeId)
  if (returnee?.ownerOfficeId !== actor.officeId || returnee.state !== 'active') throw new NotFound()
  const id = await offerRecord(tx, house.secret, returneeRecord(returneeId), officeId, keys)
  const kept = await insertReturneeOffer(tx, {
    id,
    returneeId,
    record: returneeNumber(returnee),
    fromOfficeId: actor.officeId,
    toOfficeId: officeId,
    reason,
    madeBy: actor.staffId,
  })
  if (!kept) throw new Conflict('custody.offered-already')
  return id
}

/**
 * Takes what is offered: in one transaction the record changes hands and its keys open. The former office keeps what it read and
 * reads nothing that is written later. Of two who answer at once one does. @throws Conflict
 */
export const acceptReturnee = async (
  house: Pick<House, 'secret'>,
  tx: Tx,
  actor: Actor,
  offerId: string,
): Promise<string> => {
  const taken = await takeReturnee(tx, offerId)
  if (!taken) throw new Conflict('custody.answered-already')
  const record = returneeRecord(taken.returnee)
  await acceptOffer(tx, house.secret, record, actor.officeId, offerId)
  await endHold(tx, record, taken.former, true)
  return taken.returnee
}

/** The other side says no, or this one thinks again: the keys go with the offer. @throws Conflict when it is answered */
export const closeOffer = async (
  tx: Tx,
  actor: Actor,
  offerId: string,
  state: 'rejected' | 'withdrawn',
): Promise<void> => {
  if (!(await openOfferById(tx, offerId))) throw new Conflict('custody.answered-already')
  await dropOffer(tx, offerId)
  if (!(await closeReturneeOffer(tx, offerId, state, actor.staffId)))
    throw new Conflict('custody.answered-already')
}
