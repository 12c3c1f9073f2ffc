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

export const campaignsWithSketches = async (tx: Tx): Promise<number[]> =>
  (
    await tx
      .selectFrom('link_sketches')
      .innerJoin('links', 'links.code', 'link_sketches.code')
      .innerJoin('duties', 'duties.id', 'links.duty_id')
      .select('duties.campaign_id as id')
      .distinct()
      .execute()
  ).map(({ id }) => id)

export interface PlacedSketch {
  officeId: number
  channel: string
  day: string
  pass: string
  sketch: Buffer
}

/** Takes the sketches of days before this one out of the house, for good. */
export const takeSketches = async (tx: Tx, campaignId: number, before: string) =>
  (
    await sql<PlacedSketch>`
      delete from link_sketches s using links l, duties d
      where l.code = s.code and d.id = l.duty_id and d.campaign_id = ${campaignId} and s.day < ${before}
      returning d.office_id as "officeId", d.channel, s.day, s.pass, s.sketch`.execute(tx)
  ).rows

export const sketchesOf = (tx: Tx, campaignId: number): Promise<PlacedSketch[]> =>
  tx
    .selectFrom('link_sketches')
    .innerJoin('links', 'links.code', 'link_sketches.code')
    .innerJoin('duties', 'duties.id', 'links.duty_id')
    .select(['duties.office_id as officeId', 'duties.channel', 'day', 'pass', 'sketch'])
    .where('duties.campaign_id', '=', campaignId)
    .execute()

export interface DeviceRange {
  officeId: number | null
  channel: string | null
  low: number
  high: number
}

/** Days that are over join the range for good; the open ones take the place of what they were before. */
export const addDevices = async (tx: Tx, campaignId: number, over: DeviceRange[], open: DeviceRange[]) => {
  const rows = (ranges: DeviceRange[]) => sql`
    unnest(${ranges.map(r => r.officeId)}::int[], ${ranges.map(r => r.channel)}::text[], ${ranges.map(r => r.low)}::int[],
      ${ranges.map(r => r.high)}::int[]) as r (office_id, channel, low, high)`
  await sql`update reach_devices set open_low = 0, open_high = 0, reckoned_at = now() where campaign_id = ${campaignId}`.execute(
    tx,
  )
  await sql`
    insert into reach_devices (campaign_id, office_id, channel, low, high)
    select ${campaignId}, office_id, channel, low, high from ${rows(over)}
    on conflict (campaign_id, office_id, channel) do update
      set low = greatest(reach_devices.low, excluded.low), high = reach_devices.high + excluded.high`.execute(
    tx,
  )
  await sql`
    insert into reach_devices (campaign_id, office_id, channel, open_low, open_high)
    select ${campaignId}, office_id, channel, low, high from ${rows(open)}
    on conflict (campaign_id, office_id, channel) do update
      set open_low = excluded.open_low, open_high = excluded.open_high`.execute(tx)
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
