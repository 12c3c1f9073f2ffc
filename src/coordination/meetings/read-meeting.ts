import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Visit } from '../../platform/http/route.ts'
import { type Actor, may } from '../../staff/index.ts'
import { agreementIds, versionsOf } from '../agreements/queries.ts'
import { followUpList } from '../follow-ups/queries.ts'
import { agendaOf } from './agenda-queries.ts'
import { canMoveMeeting, type Meeting, meetingMoveNames, meetingMoves } from './meeting.ts'
import { attendanceOf, blocksOf } from './minutes-queries.ts'
import { invitedOffices, meetingById, meetingEvents, partnerPeople } from './queries.ts'

/** The meeting of the address. @throws NotFound when this office is not invited */
export const wantedMeeting = async (tx: Tx, visit: Visit): Promise<Meeting> => {
  const meeting = await meetingById(tx, idOf(visit.c) ?? 0)
  if (!meeting) throw new NotFound()
  return meeting
}

/** Everything that the page of a meeting shows. */
export const readMeeting = async (tx: Tx, visit: Visit & { actor: Actor }) => {
  const { actor } = visit
  const meeting = await wantedMeeting(tx, visit)
  const invited = await invitedOffices(tx, meeting.id)
  const present = await attendanceOf(tx, meeting.id)
  const people = (await partnerPeople(tx)).filter(({ officeId }) => invited.some(({ id }) => id === officeId))
  return {
    meeting,
    invited,
    present,
    people: people.map(({ name }) => name),
    amPresent: present.some(({ name, officeId }) => name === actor.name && officeId === actor.officeId),
    agenda: await agendaOf(tx, meeting.id),
    parts: (await blocksOf(tx, meeting.id)).length,
    agreements: newestOf(await versionsOf(tx, await agreementIds(tx, meeting.id))),
    followUps: await followUpList(tx, { meetingId: meeting.id }),
    events: await meetingEvents(tx, meeting.id),
    moves: meetingMoveNames.filter(
      move =>
        meeting.officeId === actor.officeId &&
        may(actor, meetingMoves[move].may) &&
        canMoveMeeting(move, meeting.state),
    ),
  }
}

/** Versions come newest first: the first of each agreement. */
export const newestOf = <T extends { agreementId: number }>(versions: T[]): T[] =>
  versions.filter(
    ({ agreementId }, index) => versions.findIndex(other => other.agreementId === agreementId) === index,
  )
