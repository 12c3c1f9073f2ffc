import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Reminder, ReminderKind } from './follow-up.ts'

/** As many as one minute may tell; the rest follows in the next. */
const batch = 300

export const officeZones = (tx: Tx) => tx.selectFrom('offices').select(['id', 'time_zone as zone']).execute()

/** Open follow-ups of these offices that are due by a day and of which this has not been told for this due date. */
export const toRemind = async (
  tx: Tx,
  officeIds: number[],
  kind: ReminderKind,
  from: string,
  until: string,
) => {
  if (officeIds.length === 0) return []
  const { rows } = await sql<{ id: number; dueOn: string }>`
    select f.id, f.due_on as "dueOn" from follow_ups f
    where f.state = 'open' and f.office_id = any(${officeIds}) and f.due_on between ${from} and ${until}
      and not exists (select from follow_up_reminders r
        where r.follow_up_id = f.id and r.kind = ${kind} and r.due_on = f.due_on)
    order by f.due_on, f.id limit ${batch} for update of f skip locked`.execute(tx)
  return rows
}

/**
 * Writes the reminder of a follow-up to whoever does it, or where nobody active is named, to those of its office who write; to
 * all of the office when there is none such either.
 */
export const insertReminders = (tx: Tx, followUpId: number, kind: ReminderKind, dueOn: string, at: Date) =>
  sql`
    with people as (
      select s.id, s.office_id, s.id = f.person_id as named,
        s.roles && array['coordinator', 'leader', 'publicist'] as writes
      from follow_ups f join staff s on s.office_id = f.office_id and s.active where f.id = ${followUpId})
    insert into follow_up_reminders (follow_up_id, staff_id, office_id, kind, due_on, at)
    select ${followUpId}, id, office_id, ${kind}, ${dueOn}, ${at} from people
    where case when exists (select from people where named) then named
      when exists (select from people where writes) then writes else true end
    on conflict do nothing`.execute(tx)

/** Reminders that have not been mailed, a letter a person, taken so that nobody else mails them. */
export const takeUnmailed = async (tx: Tx) => {
  const { rows } = await sql<{ email: string; ids: number[] }>`
    with taken as (
      select id, staff_id from follow_up_reminders where mailed_at is null order by id limit ${batch} for update skip locked)
    select s.email, array_agg(t.id) as ids from taken t join staff s on s.id = t.staff_id group by 1`.execute(
    tx,
  )
  return rows
}

export const markMailed = (tx: Tx, ids: number[], at: Date) =>
  tx.updateTable('follow_up_reminders').set({ mailed_at: at }).where('id', 'in', ids).execute()

/** What this person is reminded of and has not put away; what is done meanwhile is no news. */
export const openReminders = async (tx: Tx, staffId: string): Promise<Reminder[]> => {
  const rows = await tx
    .selectFrom('follow_up_reminders as r')
    .innerJoin('follow_ups as f', 'f.id', 'r.follow_up_id')
    .select(['r.id', 'f.id as followUpId', 'f.title', 'r.kind', 'r.due_on as dueOn'])
    .where('r.staff_id', '=', staffId)
    .where('r.seen_at', 'is', null)
    .where('f.state', '=', 'open')
    .orderBy('r.id', 'desc')
    .limit(20)
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as ReminderKind, dueOn: String(row.dueOn) }))
}

export const putAwayReminders = (tx: Tx, staffId: string, upTo: number, at: Date) =>
  tx
    .updateTable('follow_up_reminders')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where('id', '<=', upTo)
    .where('seen_at', 'is', null)
    .execute()
