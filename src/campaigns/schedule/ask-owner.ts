import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { type Duty, isStillOpen } from '../duties/duty.ts'
import { moveDuty } from '../duties/move-duty.ts'
import { dutyById } from '../duties/queries.ts'
import { ownersOf } from '../plan/queries.ts'
import { postponeDuty } from './direct-duties.ts'
import { lockDuties } from './queries.ts'
import type { DutyRequest, RequestKind } from './request.ts'
import { insertRequest, lockRequests, requestsOf, settleRequest } from './request-queries.ts'

export interface Asking {
  kind: RequestKind
  wantedOn: Temporal.PlainDate | undefined
  reason: string
}

export const mayAsk = (duty: Duty, actor: Actor) => duty.officeId === actor.officeId && isStillOpen(duty)

/**
 * An office asks for more time, or to be let off.
 * @throws NotFound when the duty is not its own; Conflict when it is done, or something is asked already
 */
export const askOwner = async (tx: Tx, actor: Actor, dutyId: number, asking: Asking) => {
  const duty = await dutyById(tx, dutyId)
  if (!duty || duty.officeId !== actor.officeId) throw new NotFound()
  if (!mayAsk(duty, actor)) throw new Conflict('duty.changed-meanwhile')
  const before = await requestsOf(tx, dutyId)
  if (before.some(({ state }) => state === 'open')) throw new Conflict('schedule.asked-already')
  await insertRequest(tx, {
    dutyId,
    kind: asking.kind,
    wantedOn: asking.wantedOn ? String(asking.wantedOn) : null,
    reason: asking.reason,
    officeId: actor.officeId,
    askedBy: actor.staffId,
  })
}

/**
 * An owner answers what offices asked, one or many, all or none: what is granted is done at once.
 * @throws NotFound when the campaign is not this actor's; Conflict when somebody answered one of them meanwhile
 */
export const answerRequests = async (
  tx: Tx,
  actor: Actor,
  campaignId: number,
  ids: number[],
  decision: 'granted' | 'refused',
  answer: string,
): Promise<void> => {
  if (!(await ownersOf(tx, campaignId)).includes(actor.officeId)) throw new NotFound()
  const requests = await lockRequests(tx, campaignId, ids)
  if (requests.length !== ids.length) throw new Conflict('schedule.answered-meanwhile')
  for (const request of requests) {
    if (decision === 'granted') await grant(tx, actor, campaignId, request)
    await settleRequest(tx, request.id, decision, answer, actor.staffId)
  }
}

const grant = async (tx: Tx, actor: Actor, campaignId: number, request: DutyRequest) => {
  const reason = `${request.office}: ${request.reason}`
  if (request.kind === 'excuse') return moveDuty(tx, actor, request.dutyId, 'excuse', reason)
  const [duty] = await lockDuties(tx, campaignId, [request.dutyId])
  await postponeDuty(tx, actor, duty!, Temporal.PlainDate.from(request.wantedOn!), reason)
}
