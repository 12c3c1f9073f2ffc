import { at, dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { isStillOpen } from '../duties/duty.ts'
import { moveDuty } from '../duties/move-duty.ts'
import { ownersOf } from '../plan/queries.ts'
import { dueHour } from './due.ts'
import { insertDeed, type ListedDuty, lockDuties, setDue } from './queries.ts'
import { reassignDuty } from './reassign-duty.ts'
import { openRequestsAbout, settleRequest } from './request-queries.ts'
import { hasChanged, type SeenDuty } from './seen.ts'

/** What an owner of the campaign does with duties, one or many: one reason for all. */
export type Direction = { reason: string } & (
  | { deed: 'postpone'; dueOn: Temporal.PlainDate }
  | { deed: 'excuse' | 'resume' }
  | { deed: 'reassign'; office: { id: number; shortName: string }; slug: string }
)

/** Somebody else moved or excused some of them since they were chosen: both are shown, and the person chooses again. */
export class ChangedMeanwhile extends Error {
  readonly duties: ListedDuty[]
  constructor(duties: ListedDuty[]) {
    super('changed meanwhile')
    this.duties = duties
  }
}

/**
 * Directs duties, all or none.
 * @param seen the duties as they stood when they were chosen; one that stands otherwise meanwhile stops all of them
 * @throws NotFound when the campaign or one of the duties is not this actor's to direct; ChangedMeanwhile; Conflict when one can no
 * longer be
 */
export const directDuties = async (
  tx: Tx,
  actor: Actor,
  campaignId: number,
  seen: SeenDuty[],
  direction: Direction,
): Promise<void> => {
  if (!(await ownersOf(tx, campaignId)).includes(actor.officeId)) throw new NotFound()
  const duties = await lockDuties(tx, campaignId, ids(seen))
  if (duties.length !== seen.length) throw new NotFound()
  const changed = duties.filter(duty => hasChanged(duty, seen))
  if (changed.length > 0) throw new ChangedMeanwhile(changed)
  for (const duty of duties) await direct(tx, actor, duty, direction)
  // What was asked about them is answered with that.
  for (const { id, kind } of await openRequestsAbout(tx, ids(duties)))
    await settleRequest(
      tx,
      id,
      kind === direction.deed ? 'granted' : 'refused',
      direction.reason,
      actor.staffId,
    )
}

const ids = (duties: { id: number }[]) => duties.map(({ id }) => id)

const direct = async (tx: Tx, actor: Actor, duty: ListedDuty, direction: Direction) => {
  if (direction.deed !== 'resume' && !isStillOpen(duty)) throw new Conflict('duty.changed-meanwhile')
  if (direction.deed === 'postpone') return postponeDuty(tx, actor, duty, direction.dueOn, direction.reason)
  if (direction.deed === 'reassign')
    return reassignDuty(tx, actor, duty, direction.office, direction.slug, direction.reason)
  return moveDuty(tx, actor, duty.id, direction.deed, direction.reason)
}

/** Moves the due day of a duty that is still open. @throws Conflict when it is not */
export const postponeDuty = async (
  tx: Tx,
  actor: Actor,
  duty: ListedDuty,
  dueOn: Temporal.PlainDate,
  reason: string,
) => {
  if (!isStillOpen(duty)) throw new Conflict('duty.changed-meanwhile')
  await setDue(tx, duty.id, toDate(at(dueOn, dueHour)))
  await insertDeed(tx, {
    dutyId: duty.id,
    staffId: actor.staffId,
    officeId: actor.officeId,
    move: 'postpone',
    from: duty.state,
    to: duty.state,
    note: `${dayOf(duty.dueAt)} → ${dueOn}: ${reason}`,
  })
}
