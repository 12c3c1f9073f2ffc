import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'

export const allLinks = (tx: Tx) => tx.selectFrom('links').select(['code', 'target']).execute()

export const linkTarget = async (tx: Tx, code: string) =>
  (await tx.selectFrom('links').select('target').where('code', '=', code).executeTakeFirst())?.target

export const insertLinks = (tx: Tx, links: { code: string; dutyId: number; target: string }[]) =>
  tx.insertInto('links').values(links.map(({ code, dutyId, target }) => ({ code, duty_id: dutyId, target }))).execute()

export interface HourCount {
  code: string
  hour: Date
  clicks: number
  scans: number
  previews: number
}

/** Adds counts to what is there, so that any number of processes merge. */
export const addCounts = (tx: Tx, counts: HourCount[]) =>
  tx
    .insertInto('link_hours')
    .values(counts)
    .onConflict(oc =>
      oc.columns(['code', 'hour']).doUpdateSet({
        clicks: sql`link_hours.clicks + excluded.clicks`,
        scans: sql`link_hours.scans + excluded.scans`,
        previews: sql`link_hours.previews + excluded.previews`,
      }),
    )
    .execute()

/** Visits of each duty's link; previews by machines are their own figure. */
export const visitsByDuty = async (tx: Tx, dutyIds: number[]) => {
  if (dutyIds.length === 0) return []
  return tx
    .selectFrom('link_hours')
    .innerJoin('links', 'links.code', 'link_hours.code')
    .select(eb => [
      'links.duty_id as dutyId',
      sql<number>`${eb.fn.sum('clicks')}::int`.as('clicks'),
      sql<number>`${eb.fn.sum('scans')}::int`.as('scans'),
      sql<number>`${eb.fn.sum('previews')}::int`.as('previews'),
    ])
    .where('links.duty_id', 'in', dutyIds)
    .groupBy('links.duty_id')
    .execute()
}

export const linksOfDuties = async (tx: Tx, dutyIds: number[]) =>
  dutyIds.length === 0 ? [] : tx.selectFrom('links').select(['duty_id as dutyId', 'code']).where('duty_id', 'in', dutyIds).execute()

/** The first code that leads to a page of ours. */
export const codeLeadingTo = async (tx: Tx, target: string) =>
  (await tx.selectFrom('links').select('code').where('target', '=', target).orderBy('duty_id').limit(1).executeTakeFirst())?.code
