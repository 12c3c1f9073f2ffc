import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** A duty that may have reached the public: one let off may have been shared before. */
const mayBeOut = sql`(d.state not in ('assigned', 'opened', 'excused') or exists (
  select from duty_events e where e.duty_id = d.id and e.move in ('share', 'declare', 'attach')))`

/** Ends every consent whose last day is over. */
export const endExpired = (tx: Tx, today: string, at: Date) =>
  tx
    .updateTable('consents')
    .set({ ended_at: at, ended_how: 'expired' })
    .where('ended_at', 'is', null)
    .where('valid_until', '<', today)
    .execute()

export const hasExpired = async (tx: Tx, today: string) =>
  (await tx
    .selectFrom('consents')
    .select('id')
    .where('ended_at', 'is', null)
    .where('valid_until', '<', today)
    .executeTakeFirst()) !== undefined

/** Versions that rest on an ended consent, and every other with the very same picture, whoever made it. */
export const recalledVersions = async (tx: Tx): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    with resting as (
      select v.id, v.artwork_key from consents c
      join version_consents vc on vc.consent_id = c.id join material_versions v on v.id = vc.version_id
      where c.ended_at is not null)
    select id from resting
    union select v.id from material_versions v join resting r on r.artwork_key = v.artwork_key`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Stops what nobody needs to publish any more. A duty that was proven stays proven. */
export const stopDuties = (tx: Tx, recalled: number[], today: string, at: Date) =>
  sql`
    update duties d set stopped_at = ${at},
      stopped_why = case when d.version_id = any(${recalled}) then 'recalled' else 'ended' end
    from material_versions v
    where v.id = d.version_id and d.stopped_at is null and d.state not in ('accepted', 'excused')
      and (v.valid_until < ${today} or d.version_id = any(${recalled}))`.execute(tx)

/** Opens a removal for every duty of these versions that may have reached the public, once. */
export const openRemovals = (tx: Tx, recalled: number[], at: Date, dueOn: string) =>
  sql`
    insert into removals (duty_id, version_id, office_id, asked_office_id, channel, told_at, due_on, changed_at)
    select d.id, d.version_id, d.office_id, m.office_id, d.channel, ${at}, ${dueOn}, ${at}
    from duties d join material_versions v on v.id = d.version_id join materials m on m.id = v.material_id
    where d.version_id = any(${recalled}) and ${mayBeOut}
    on conflict (duty_id) do nothing`.execute(tx)

export const markRecalled = (tx: Tx, at: Date) =>
  tx
    .updateTable('consents')
    .set({ recalled_at: at })
    .where('ended_at', 'is not', null)
    .where('recalled_at', 'is', null)
    .execute()

/** What taking a consent back would touch: versions, publications out there, and the offices behind them. */
export const reachOfConsent = async (tx: Tx, consentId: number) => {
  const { rows } = await sql<{ versions: number; publications: number; offices: number }>`
    with resting as (
      select v.id, v.artwork_key from version_consents vc join material_versions v on v.id = vc.version_id
      where vc.consent_id = ${consentId}),
    touched as (
      select id from resting
      union select v.id from material_versions v join resting r on r.artwork_key = v.artwork_key),
    published as (
      select d.office_id from duties d join touched on touched.id = d.version_id
      where ${mayBeOut})
    select (select count(*) from touched)::int as versions, count(*)::int as publications,
      count(distinct office_id)::int as offices from published`.execute(tx)
  return rows[0]!
}
