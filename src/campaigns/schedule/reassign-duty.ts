import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { moveDuty } from '../duties/move-duty.ts'
import { giveDuties } from './give-duties.ts'
import { insertDeed, type ListedDuty, sameDutyOf, setDue } from './queries.ts'

/**
 * Gives a duty to another office. The first one keeps its own in the books, excused, with what happened before; the other gets
 * one of its own with its own link, so that neither is counted for what the other did.
 * @throws Conflict when the other office has the same duty already
 */
export const reassignDuty = async (
  tx: Tx,
  actor: Actor,
  duty: ListedDuty,
  office: { id: number; shortName: string },
  slug: string,
  reason: string,
) => {
  await moveDuty(tx, actor, duty.id, 'excuse', `→ ${office.shortName}: ${reason}`)
  const note = `${duty.office} →: ${reason}`
  const there = await sameDutyOf(tx, duty, office.id)
  if (!there) return giveAnew(tx, actor, duty, office.id, slug, note)
  if (there.state !== 'excused') throw new Conflict('schedule.has-it-already')
  await moveDuty(tx, actor, there.id, 'resume', note)
  await setDue(tx, there.id, duty.dueAt)
}

const giveAnew = async (
  tx: Tx,
  actor: Actor,
  duty: ListedDuty,
  officeId: number,
  slug: string,
  note: string,
) => {
  const { campaignId, versionId, channel, round, dueAt } = duty
  const [id] = await giveDuties(tx, slug, [{ campaignId, versionId, officeId, channel, round, dueAt }])
  await insertDeed(tx, {
    dutyId: id!,
    staffId: actor.staffId,
    officeId: actor.officeId,
    move: 'take-over',
    from: 'assigned',
    to: 'assigned',
    note,
  })
}
