import { sql } from 'kysely'
import { houseZone } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import { newCode } from './code.ts'

/** Links issued since a moment; all of them without one. */
export const linksSince = async (tx: Tx, since: Date | undefined) => {
  const links = tx.selectFrom('links').select(['code', 'target', 'issued_at as issuedAt'])
  return (since ? links.where('issued_at', '>', since) : links).execute()
}

export const linkTarget = async (tx: Tx, code: string) =>
  (await tx.selectFrom('links').select('target').where('code', '=', code).executeTakeFirst())?.target

export interface NewLink {
  code: string
  dutyId: number
  target: string
}

/**
 * Issues links, any number at once. A code that is taken already is replaced by a new one: with a million
 * links in use, one in a thousand random codes is.
 */
export const insertLinks = async (tx: Tx, links: NewLink[]): Promise<void> => {
  for (let left = links; left.length > 0; ) {
    const issued = new Set(await insertFree(tx, left))
    left = left.filter(({ dutyId }) => !issued.has(dutyId)).map(link => ({ ...link, code: newCode() }))
  }
}

const insertFree = async (tx: Tx, links: NewLink[]) => {
  const [codes, duties, targets] = [
    links.map(l => l.code),
    links.map(l => l.dutyId),
    links.map(l => l.target),
  ]
  const { rows } = await sql<{ duty_id: number }>`
    insert into links (code, duty_id, target)
    select * from unnest(${codes}::text[], ${duties}::int[], ${targets}::text[])
    on conflict (code) do nothing returning duty_id`.execute(tx)
  return rows.map(row => row.duty_id)
}

export interface HourCount {
  code: string
  hour: Date
  clicks: number
  scans: number
  previews: number
}

/**
 * Adds counts to what is there, and to the days and totals made of them, so that any number of processes merge and no page
 * ever adds up hours; in one order, so that none waits in a ring. Counts of a code that the database does not have (restored
 * from before it was issued) are left out, not in the way.
 */
export const addCounts = async (tx: Tx, counts: HourCount[]): Promise<void> => {
  const counted = sql`(select code, hour, clicks, scans, previews, campaign_id, office_id
    from unnest(${counts.map(c => c.code)}::text[], ${counts.map(c => c.hour)}::timestamptz[], ${counts.map(c => c.clicks)}::bigint[],
      ${counts.map(c => c.scans)}::bigint[], ${counts.map(c => c.previews)}::bigint[]) as u (code, hour, clicks, scans, previews)
    join links using (code) join duties on duties.id = links.duty_id) as counted`
  const sums = sql`sum(clicks), sum(scans), sum(previews)`
  const add = (table: string, key: string) => sql`
    on conflict (${sql.raw(key)}) do update set clicks = ${sql.ref(`${table}.clicks`)} + excluded.clicks,
      scans = ${sql.ref(`${table}.scans`)} + excluded.scans, previews = ${sql.ref(`${table}.previews`)} + excluded.previews`
  await sql`
    insert into link_hours (code, hour, clicks, scans, previews)
    select code, hour, ${sums} from ${counted} group by 1, 2 order by 1, 2 ${add('link_hours', 'code, hour')}`.execute(
    tx,
  )
  await sql`
    insert into link_totals (code, clicks, scans, previews)
    select code, ${sums} from ${counted} group by 1 order by 1 ${add('link_totals', 'code')}`.execute(tx)
  await sql`
    insert into reach_days (campaign_id, office_id, day, clicks, scans, previews)
    select campaign_id, office_id, (hour at time zone ${houseZone})::date as day, ${sums} from ${counted}
    group by grouping sets ((campaign_id, office_id, 3), (campaign_id, 3)) order by 1, 2, 3
    ${add('reach_days', 'campaign_id, office_id, day')}`.execute(tx)
}

export interface SketchRow {
  code: string
  /** 2026-11-25, in the house's zone. */
  day: string
  pass: string
  sketch: Buffer
}

/** A pass is one process's own: its latest sketch holds all that the earlier ones did. */
export const keepSketches = async (tx: Tx, rows: SketchRow[]): Promise<void> => {
  await sql`
    insert into link_sketches (code, day, pass, sketch)
    select code, day, pass, sketch
    from unnest(${rows.map(r => r.code)}::text[], ${rows.map(r => r.day)}::date[], ${rows.map(r => r.pass)}::uuid[],
      ${rows.map(r => r.sketch)}::bytea[]) as u (code, day, pass, sketch) join links using (code)
    order by code, day, pass
    on conflict (code, day, pass) do update set sketch = excluded.sketch, written_at = now()`.execute(tx)
}

/** Visits of each duty's link, where there were any; previews by machines are their own figure. */
export const visitsByDuty = async (tx: Tx, dutyIds: number[]) => {
  if (dutyIds.length === 0) return []
  return tx
    .selectFrom('link_totals')
    .innerJoin('links', 'links.code', 'link_totals.code')
    .select(['links.duty_id as dutyId', 'clicks', 'scans', 'previews'])
    .where('links.duty_id', 'in', dutyIds)
    .execute()
}

export const linksOfDuties = async (tx: Tx, dutyIds: number[]) => {
  if (dutyIds.length === 0) return []
  return tx
    .selectFrom('links')
    .select(['duty_id as dutyId', 'code'])
    .where('duty_id', 'in', dutyIds)
    .execute()
}

/** The first code that leads to a page of ours. */
export const codeLeadingTo = async (tx: Tx, target: string) => {
  const first = tx.selectFrom('links').select('code').where('target', '=', target).orderBy('duty_id').limit(1)
  return (await first.executeTakeFirst())?.code
}
