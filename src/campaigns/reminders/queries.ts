import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Locale } from '../../platform/i18n/messages.ts'
import type { Channel } from '../channel.ts'
import { openStates } from '../duties/duty.ts'
import {
  type Reminder,
  type ReminderKind,
  type ReminderSettings,
  type Span,
  usualSettings,
} from './reminder.ts'

export const officeZones = (tx: Tx) => tx.selectFrom('offices').select(['id', 'time_zone as zone']).execute()

/** Whose each kind is, beside an open duty d of office o: those who publish, then the leader, then those above. */
const people: Record<'own' | 'leader' | 'province', RawBuilder<unknown>> = {
  own: sql`s.office_id = o.id and (s.roles && array['publicist', 'coordinator'] or not exists (
    select from staff x where x.office_id = o.id and x.active and x.roles && array['publicist', 'coordinator']))`,
  leader: sql`s.office_id = o.id and s.roles @> array['leader']`,
  province: sql`s.roles && array['leader', 'coordinator'] and case when o.parent_id is not null then s.office_id = o.parent_id
    else s.office_id in (select office_id from campaign_owners where campaign_id = d.campaign_id) end`,
}

/**
 * Writes the reminders of a kind that are due: of open duties of offices at work, to people whose office is at work, each once for
 * one due moment, whoever else does the same at this moment.
 * @param atWork offices that work now
 * @param offices those of them where it is the day that the span was made for
 */
export const tell = async (
  tx: Tx,
  kind: ReminderKind,
  { from, until }: Span,
  offices: number[],
  atWork: number[],
  at: Date,
): Promise<void> => {
  const whose = kind === 'leader' || kind === 'province' ? people[kind] : people.own
  await sql`
    insert into duty_reminders (duty_id, staff_id, kind, due_at, at)
    select d.id, s.id, ${kind}::text, d.due_at, ${at}::timestamptz
    from duties d join offices o on o.id = d.office_id join staff s on s.active and ${whose}
    where d.state = any(${openStates}) and d.stopped_at is null and d.office_id = any(${offices}) and s.office_id = any(${atWork})
      and (d.due_at at time zone o.time_zone)::date between ${String(from)} and ${String(until)}
      and not exists (select from duty_reminders r where r.duty_id = d.id and r.kind = ${kind} and r.due_at = d.due_at)
    order by d.id, s.id on conflict do nothing`.execute(tx)
}

/** Binds what somebody was reminded of and has neither seen nor been mailed into one letter, at most one a day and person. */
export const bindDigests = async (tx: Tx, day: string, hour: number, offices: number[], at: Date) => {
  await sql`
    with made as (
      insert into digests (staff_id, day, made_at)
      select s.id, ${day}::date, ${at}::timestamptz from staff s left join reminder_settings g on g.staff_id = s.id
      where s.active and s.office_id = any(${offices}) and coalesce(g.mail, true) and coalesce(g.digest_hour, 8) <= ${hour}
        and exists (select from duty_reminders r where r.staff_id = s.id and r.digest_id is null and r.seen_at is null)
      order by s.id on conflict do nothing returning id, staff_id)
    update duty_reminders r set digest_id = made.id from made
    where r.staff_id = made.staff_id and r.digest_id is null and r.seen_at is null`.execute(tx)
}

export const waitingDigests = async (tx: Tx): Promise<number[]> =>
  (await tx.selectFrom('digests').select('id').where('sent_at', 'is', null).orderBy('id').execute()).map(
    ({ id }) => id,
  )

/** A letter that has not gone out, taken so that nobody else sends it; nothing when somebody else does. */
export const takeDigest = async (tx: Tx, id: number) => {
  const row = await tx
    .selectFrom('digests as g')
    .innerJoin('staff as s', 's.id', 'g.staff_id')
    .leftJoin('reminder_settings as r', 'r.staff_id', 's.id')
    .select(['g.id', 's.email', 's.active', 'r.language'])
    .where('g.id', '=', id)
    .where('g.sent_at', 'is', null)
    .forUpdate('g')
    .skipLocked()
    .executeTakeFirst()
  return row && { ...row, language: (row.language ?? usualSettings.language) as Locale }
}

export const markSent = (tx: Tx, id: number, at: Date) =>
  tx.updateTable('digests').set({ sent_at: at }).where('id', '=', id).execute()

const reminders = (tx: Tx) =>
  tx
    .selectFrom('duty_reminders as r')
    .innerJoin('duties as d', 'd.id', 'r.duty_id')
    .innerJoin('campaigns as c', 'c.id', 'd.campaign_id')
    .innerJoin('offices as o', 'o.id', 'd.office_id')
    .innerJoin('material_versions as v', 'v.id', 'd.version_id')
    .select(['r.id', 'r.duty_id as dutyId', 'r.kind', 'o.short_name as office', 'c.title', 'd.channel'])
    .select(['v.headline as material', 'd.due_at as dueAt', 'o.time_zone as timeZone'])
    // What is done, excused, stopped or put off meanwhile is no news.
    .where('d.state', 'in', openStates)
    .where('d.stopped_at', 'is', null)
    .whereRef('r.due_at', '=', 'd.due_at')

const asReminder = (row: { kind: string; channel: string } & Omit<Reminder, 'kind' | 'channel'>) => ({
  ...row,
  kind: row.kind as ReminderKind,
  channel: row.channel as Channel,
})

export const remindersOfDigest = async (tx: Tx, digestId: number): Promise<Reminder[]> =>
  (await reminders(tx).where('r.digest_id', '=', digestId).orderBy('d.due_at').orderBy('r.id').execute()).map(
    asReminder,
  )

/** What this person is reminded of and has not put away, the newest first. */
export const openReminders = async (tx: Tx, staffId: string): Promise<Reminder[]> =>
  (
    await reminders(tx)
      .where('r.staff_id', '=', staffId)
      .where('r.seen_at', 'is', null)
      .orderBy('r.id', 'desc')
      .limit(100)
      .execute()
  ).map(asReminder)

export const putAwayReminders = (tx: Tx, staffId: string, upTo: number, at: Date) =>
  tx
    .updateTable('duty_reminders')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where('id', '<=', upTo)
    .where('seen_at', 'is', null)
    .execute()

export const settingsOf = async (tx: Tx, staffId: string): Promise<ReminderSettings | undefined> => {
  const row = await tx
    .selectFrom('reminder_settings')
    .select(['mail', 'digest_hour as digestHour', 'language'])
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row && { ...row, language: row.language as Locale }
}

export const keepSettings = (tx: Tx, staffId: string, { mail, digestHour, language }: ReminderSettings) => {
  const kept = { mail, digest_hour: digestHour, language }
  return tx
    .insertInto('reminder_settings')
    .values({ staff_id: staffId, ...kept })
    .onConflict(oc => oc.column('staff_id').doUpdateSet(kept))
    .execute()
}
