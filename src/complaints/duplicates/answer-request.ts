import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor, OfficeKeys } from '../../staff/index.ts'
import { heldCase, offerCase } from '../custody/make-offer.ts'
import type { Consent } from '../custody/offer.ts'
import { insertHappening } from '../queries.ts'
import { answerShareRequest, type ShareRequest, shareRequestsTo } from './pair-queries.ts'

/** Shares the case with the office that asked: an ordinary referral, which that office accepts. @throws NotFound, Conflict */
export const shareAsAsked = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  id: string,
  requestId: string,
  consent: Consent,
): Promise<void> => {
  const request = await waiting(tx, actor, id, requestId)
  await answer(tx, actor, requestId, 'shared')
  await offerCase(house, tx, actor, keys, 'referral', {
    complaintId: id,
    officeId: request.fromOfficeId,
    reason: 'same-matter',
    consent,
  })
}

/** @throws NotFound, Conflict */
export const declineToShare = async (tx: Tx, actor: Actor, id: string, requestId: string): Promise<void> => {
  const { fromOfficeId } = await waiting(tx, actor, id, requestId)
  await answer(tx, actor, requestId, 'declined')
  await insertHappening(tx, {
    complaintId: id,
    by: 'officer',
    staffId: actor.staffId,
    officeId: actor.officeId,
    deed: 'share-declined',
    detail: { to: fromOfficeId },
  })
}

const waiting = async (tx: Tx, actor: Actor, id: string, requestId: string): Promise<ShareRequest> => {
  await heldCase(tx, actor, id)
  const request = (await shareRequestsTo(tx, actor.officeId, id)).find(one => one.id === requestId)
  if (!request) throw new NotFound()
  return request
}

const answer = async (tx: Tx, actor: Actor, requestId: string, state: 'shared' | 'declined') => {
  if (!(await answerShareRequest(tx, requestId, state, actor.staffId)))
    throw new Conflict('custody.answered-already')
}
