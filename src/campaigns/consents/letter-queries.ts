import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Locale } from '../../platform/i18n/messages.ts'
import { usualSettings } from '../reminders/reminder.ts'

/** As many as one run may tell; the rest follows in the next. */
const batch = 500

/** Whoever publishes for an office, or all of it where there is nobody such. */
const publishersOf = sql`
  s.active and (s.roles && array['publicist', 'coordinator'] or not exists (
    select from staff p where p.office_id = s.office_id and p.active and p.roles && array['publicist', 'coordinator']))`

/** Removals told at once, to those who publish for the office. */
export const tellOfNew = (tx: Tx, at: Date) =>
  sql`
    insert into removal_letters (staff_id, kind, removal_id, at)
    select s.id, 'told', r.id, ${at} from removals r join staff s on s.office_id = r.office_id and ${publishersOf}
    where r.state = 'told' and not exists (
      select from removal_letters l where l.removal_id = r.id and l.staff_id = s.id and l.kind = 'told')
    limit ${batch} on conflict do nothing`.execute(tx)

/** Reminded of on their day, and again when it is past: then the leaders of the office and of the one that asked hear of it too. */
export const remindOfRemovals = (tx: Tx, officeIds: number[], today: string, at: Date) =>
  sql`
    insert into removal_letters (staff_id, kind, removal_id, at)
    select s.id, case when r.due_on < ${today} then 'late' else 'due' end, r.id, ${at}
    from removals r join staff s on
      (s.office_id = r.office_id and ${publishersOf})
      or (r.due_on < ${today} and s.active and 'leader' = any(s.roles) and s.office_id in (r.office_id, r.asked_office_id))
    where r.state = 'told' and r.due_on <= ${today} and r.office_id = any(${officeIds})
      and not exists (select from removal_letters l where l.removal_id = r.id and l.staff_id = s.id
        and l.kind = case when r.due_on < ${today} then 'late' else 'due' end)
    limit ${batch} on conflict do nothing`.execute(tx)

/** Consents that end by a day, told once to those who publish for the office that keeps them. */
export const warnOfExpiry = (tx: Tx, officeIds: number[], until: string, at: Date) =>
  sql`
    insert into removal_letters (staff_id, kind, consent_id, at)
    select s.id, 'expiring', c.id, ${at} from consents c join materials m on m.id = c.material_id
    join staff s on s.office_id = m.office_id and ${publishersOf}
    where c.ended_at is null and c.valid_until <= ${until} and m.office_id = any(${officeIds})
      and not exists (select from removal_letters l where l.consent_id = c.id and l.staff_id = s.id)
    limit ${batch} on conflict do nothing`.execute(tx)

export interface Unmailed {
  email: string
  about: 'removals' | 'consents'
  ids: number[]
  late: boolean
  /** In which the person wants to be written to. */
  language: Locale
}

/** What has not been mailed, one letter a person and matter, taken so that nobody else mails it. */
export const takeUnmailedLetters = async (tx: Tx): Promise<Unmailed[]> => {
  const { rows } = await sql<Unmailed>`
    with taken as (
      select id, staff_id, kind from removal_letters where mailed_at is null order by id limit ${batch} for update skip locked)
    select s.email, case t.kind when 'expiring' then 'consents' else 'removals' end as about,
      array_agg(t.id) as ids, bool_or(t.kind = 'late') as late,
      coalesce(min(g.language), ${usualSettings.language}) as language
    from taken t join staff s on s.id = t.staff_id left join reminder_settings g on g.staff_id = s.id group by 1, 2 order by 1, 2`.execute(
    tx,
  )
  return rows.map(row => ({ ...row, ids: row.ids.map(Number) }))
}

export const markLettersMailed = (tx: Tx, ids: number[], at: Date) =>
  tx.updateTable('removal_letters').set({ mailed_at: at }).where('id', 'in', ids).execute()

export const officeZones = (tx: Tx) => tx.selectFrom('offices').select(['id', 'time_zone as zone']).execute()
