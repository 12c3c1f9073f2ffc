import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Meeting, MeetingState, Zone } from './meeting.ts'

/** A meeting as planned, before it has an id. */
export interface Plan {
  title: string
  startsAt: Date
  endsAt: Date | null
  zone: Zone
  place: string
  link: string | null
  chair: string
}

export const insertMeeting = async (
  tx: Tx,
  plan: Plan & { officeId: number; madeBy: string; sample: boolean },
): Promise<number> => {
  const { officeId, madeBy, sample } = plan
  const row = { ...columnsOf(plan), office_id: officeId, made_by: madeBy, sample }
  return (await tx.insertInto('meetings').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** @returns false when somebody changed it since that version */
export const updateMeeting = async (tx: Tx, id: number, seen: number, plan: Plan): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('meetings')
    .set({ ...columnsOf(plan), version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const moveMeetingRow = async (
  tx: Tx,
  id: number,
  from: readonly MeetingState[],
  to: MeetingState,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('meetings')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const inviteOffices = async (tx: Tx, meetingId: number, officeIds: number[]) => {
  await tx
    .deleteFrom('meeting_offices')
    .where('meeting_id', '=', meetingId)
    .where('office_id', 'not in', officeIds)
    .execute()
  await tx
    .insertInto('meeting_offices')
    .values(officeIds.map(officeId => ({ meeting_id: meetingId, office_id: officeId })))
    .onConflict(oc => oc.doNothing())
    .execute()
}

export const invitedOffices = (tx: Tx, meetingId: number) =>
  tx
    .selectFrom('meeting_offices')
    .innerJoin('offices', 'offices.id', 'meeting_offices.office_id')
    .select(['offices.id', 'offices.name', 'offices.short_name as shortName'])
    .where('meeting_id', '=', meetingId)
    .orderBy('offices.id')
    .execute()

/** Offices that this one works with, to be invited, made a party, or asked to do something. */
export const partnerOffices = async (tx: Tx): Promise<number[]> =>
  (await sql<{ id: number }>`select partner_offices() as id order by 1`.execute(tx)).rows.map(({ id }) => id)

export const partnerPeople = async (tx: Tx) =>
  (
    await sql<{ id: string; name: string; officeId: number }>`
    select id, name, office_id as "officeId" from partner_people()`.execute(tx)
  ).rows

export const meetingById = async (tx: Tx, id: number): Promise<Meeting | undefined> => {
  const row = await meetings(tx).where('m.id', '=', id).executeTakeFirst()
  return row && toMeeting(row)
}

/** Every meeting the asker may see: those to come first, the next at the top, then the past ones. */
export const meetingList = async (tx: Tx, now: Date) => {
  const rows = await meetings(tx)
    .orderBy(sql`m.starts_at < ${now} or m.state in ('closed', 'cancelled')`)
    .orderBy(sql`abs(extract(epoch from m.starts_at - ${now}))`)
    .limit(200)
    .execute()
  return rows.map(toMeeting)
}

export const insertMeetingEvent = (
  tx: Tx,
  event: {
    meetingId: number
    staffId: string
    officeId: number
    move: string
    from: MeetingState
    to: MeetingState
    fromStart?: Date
    toStart?: Date
    note: string | null
    at?: Date
  },
) =>
  tx
    .insertInto('meeting_events')
    .values({
      meeting_id: event.meetingId,
      staff_id: event.staffId,
      office_id: event.officeId,
      move: event.move,
      from_state: event.from,
      to_state: event.to,
      from_start: event.fromStart ?? null,
      to_start: event.toStart ?? null,
      note: event.note,
      ...(event.at && { at: event.at }),
    })
    .execute()

export const meetingEvents = (tx: Tx, meetingId: number) =>
  tx
    .selectFrom('meeting_events')
    .select(['move', 'at', 'note', 'from_start as fromStart', 'to_start as toStart'])
    .select(sql<string | null>`name_of_staff(staff_id)`.as('name'))
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .execute()

const meetings = (tx: Tx) =>
  tx
    .selectFrom('meetings as m')
    .innerJoin('offices as o', 'o.id', 'm.office_id')
    .select(['m.id', 'm.title', 'm.place', 'm.link', 'm.chair', 'm.state', 'm.version', 'm.sample'])
    .select(['m.office_id as officeId', 'o.short_name as office', 'o.name as officeName'])
    .select(['m.starts_at as startsAt', 'm.ends_at as endsAt', 'm.time_zone as zone'])

const toMeeting = (row: Omit<Meeting, 'zone' | 'state'> & { zone: string; state: string }): Meeting => ({
  ...row,
  zone: row.zone as Zone,
  state: row.state as MeetingState,
})

const columnsOf = ({ title, startsAt, endsAt, zone, place, link, chair }: Plan) => ({
  title,
  starts_at: startsAt,
  ends_at: endsAt,
  time_zone: zone,
  place,
  link,
  chair,
})
