import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { canMoveMeeting, type Meeting, type MeetingMove, meetingMoves } from './meeting.ts'
import {
  insertMeeting,
  insertMeetingEvent,
  inviteOffices,
  meetingById,
  moveMeetingRow,
  type Plan,
  partnerOffices,
  updateMeeting,
} from './queries.ts'

/** @returns the meeting's id. @throws NotFound when an office is invited that this one does not work with */
export const planMeeting = async (
  tx: Tx,
  actor: Actor,
  plan: Plan & { offices: number[] },
  sample = false,
): Promise<number> => {
  const { officeId, staffId } = actor
  const offices = await mayInvite(tx, actor, plan.offices)
  const id = await insertMeeting(tx, { ...plan, officeId, madeBy: staffId, sample })
  await inviteOffices(tx, id, offices)
  return id
}

/**
 * Changes a meeting; another time is written into its history, agenda and follow-ups stay.
 * @param seen the version that the planner had before them
 * @throws NotFound for another office's meeting, Conflict when somebody changed it meanwhile or it is over
 */
export const changeMeeting = async (
  tx: Tx,
  actor: Actor,
  id: number,
  seen: number,
  plan: Plan & { offices: number[] },
) => {
  const meeting = await ownMeeting(tx, actor, id)
  const offices = await mayInvite(tx, actor, plan.offices)
  const over = meeting.state === 'closed' || meeting.state === 'cancelled'
  if (over || !(await updateMeeting(tx, id, seen, plan))) throw new Conflict('meeting.changed-meanwhile')
  await inviteOffices(tx, id, offices)
  if (meeting.startsAt.getTime() === plan.startsAt.getTime()) return
  const when = { fromStart: meeting.startsAt, toStart: plan.startsAt }
  await tell(tx, actor, meeting, 'move', meeting.state, { ...when, note: null })
}

/** @throws NotFound for another office's meeting, Conflict when it has moved on meanwhile */
export const moveMeeting = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  actor: Actor,
  id: number,
  move: MeetingMove,
  note: string | null = null,
) => {
  const meeting = await ownMeeting(tx, actor, id)
  const { from, to } = meetingMoves[move]
  if (!canMoveMeeting(move, meeting.state) || !(await moveMeetingRow(tx, id, from, to)))
    throw new Conflict('meeting.changed-meanwhile')
  await tell(tx, actor, meeting, move, to, { note, at: toDate(clock()) })
}

const ownMeeting = async (tx: Tx, actor: Actor, id: number): Promise<Meeting> => {
  const meeting = await meetingById(tx, id)
  if (meeting?.officeId !== actor.officeId) throw new NotFound()
  return meeting
}

const mayInvite = async (tx: Tx, { officeId }: Actor, wanted: number[]) => {
  const partners = await partnerOffices(tx)
  if (!wanted.every(id => partners.includes(id))) throw new NotFound()
  return [...new Set([officeId, ...wanted])]
}

const tell = (
  tx: Tx,
  { staffId, officeId }: Actor,
  { id, state }: Meeting,
  move: string,
  to: Meeting['state'],
  more: { note: string | null; fromStart?: Date; toStart?: Date; at?: Date },
) => insertMeetingEvent(tx, { meetingId: id, staffId, officeId, move, from: state, to, ...more })
