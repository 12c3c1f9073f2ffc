import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Counted, DeclaredKind, Devices, Told } from './reach.ts'
import type { Day } from './spans.ts'

/** Visits of a campaign by office and channel, as far as the asker sees its duties; also where nobody came. */
export const countedIn = async (tx: Tx, campaignId: number): Promise<Counted[]> =>
  (
    await sql<Counted>`
      select d.office_id as "officeId", o.short_name as office, d.channel, coalesce(sum(t.clicks), 0)::bigint as clicks,
        coalesce(sum(t.scans), 0)::bigint as scans, coalesce(sum(t.previews), 0)::bigint as previews
      from duties d join offices o on o.id = d.office_id join links l on l.duty_id = d.id left join link_totals t on t.code = l.code
      where d.campaign_id = ${campaignId} group by 1, 2, 3`.execute(tx)
  ).rows

/** Between how many devices, days that are over and the open ones together. */
export const devicesOf = async (tx: Tx, campaignId: number): Promise<Devices[]> =>
  (
    await sql<Devices>`
      select office_id as "officeId", channel, greatest(low, open_low) as low, high + open_high as high
      from reach_devices where campaign_id = ${campaignId}`.execute(tx)
  ).rows

/** The latest that each duty's office has told of each kind. */
export const toldIn = async (tx: Tx, campaignId: number): Promise<Told[]> =>
  (
    await sql<Told>`
      select distinct on (r.duty_id, r.kind) d.office_id as "officeId", d.channel, r.kind, r.people
      from declared_reach r join duties d on d.id = r.duty_id
      where d.campaign_id = ${campaignId} order by r.duty_id, r.kind, r.id desc`.execute(tx)
  ).rows

/**
 * Visits day by day.
 * @param officeId of one office; without it of all, which is one row a day for those who own the campaign
 */
export const daysOf = async (
  tx: Tx,
  campaignId: number,
  owner: boolean,
  officeId: number | undefined,
): Promise<Day[]> => {
  const days = tx
    .selectFrom('reach_days')
    .select([
      'day',
      sql<number>`sum(clicks)::bigint`.as('clicks'),
      sql<number>`sum(scans)::bigint`.as('scans'),
    ])
    .where('campaign_id', '=', campaignId)
    .groupBy('day')
    .orderBy('day')
  if (officeId !== undefined) return days.where('office_id', '=', officeId).execute()
  return days.where('office_id', owner ? 'is' : 'is not', null).execute()
}

export interface Declaration {
  kind: DeclaredKind
  people: number
  source: string
  declaredAt: Date
  name: string | null
}

/** All that was ever told of a duty, the latest first. */
export const declarationsOf = async (tx: Tx, dutyId: number): Promise<Declaration[]> => {
  const rows = await tx
    .selectFrom('declared_reach')
    .leftJoin('staff', 'staff.id', 'declared_reach.declared_by')
    .select(['kind', 'people', 'source', 'declared_at as declaredAt', 'staff.name'])
    .where('duty_id', '=', dutyId)
    .orderBy('declared_reach.id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as DeclaredKind }))
}

export const insertDeclaration = (
  tx: Tx,
  row: { dutyId: number; kind: DeclaredKind; people: number; source: string; staffId: string },
) =>
  tx
    .insertInto('declared_reach')
    .values({
      duty_id: row.dutyId,
      kind: row.kind,
      people: row.people,
      source: row.source,
      declared_by: row.staffId,
    })
    .execute()
