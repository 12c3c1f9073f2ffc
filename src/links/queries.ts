import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import { newCode } from './code.ts'

export const allLinks = (tx: Tx) => tx.selectFrom('links').select(['code', 'target']).execute()

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
 * Adds counts to what is there, so that any number of processes merge; in one order, so that none waits in a ring.
 * Counts of a code that the database does not have (restored from before it was issued) are left out, not in the way.
 */
export const addCounts = async (tx: Tx, counts: HourCount[]): Promise<void> => {
  const [codes, hours] = [counts.map(c => c.code), counts.map(c => c.hour)]
  const [clicks, scans, previews] = [
    counts.map(c => c.clicks),
    counts.map(c => c.scans),
    counts.map(c => c.previews),
  ]
  await sql`
    insert into link_hours (code, hour, clicks, scans, previews)
    select code, hour, clicks, scans, previews
    from unnest(${codes}::text[], ${hours}::timestamptz[], ${clicks}::bigint[], ${scans}::bigint[], ${previews}::bigint[])
      as counted (code, hour, clicks, scans, previews)
    where exists (select from links where links.code = counted.code)
    order by code, hour
    on conflict (code, hour) do update set clicks = link_hours.clicks + excluded.clicks,
      scans = link_hours.scans + excluded.scans, previews = link_hours.previews + excluded.previews`.execute(
    tx,
  )
}

/** Visits of each duty's link, where there were any; previews by machines are their own figure. */
export const visitsByDuty = async (tx: Tx, dutyIds: number[]) => {
  if (dutyIds.length === 0) return []
  return tx
    .selectFrom('link_hours')
    .innerJoin('links', 'links.code', 'link_hours.code')
    .select([
      'links.duty_id as dutyId',
      sql<number>`sum(clicks)::bigint`.as('clicks'),
      sql<number>`sum(scans)::bigint`.as('scans'),
      sql<number>`sum(previews)::bigint`.as('previews'),
    ])
    .where('links.duty_id', 'in', dutyIds)
    .groupBy('links.duty_id')
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
