import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Planned } from './finding.ts'

/** What is planned in a span of time, or was held in it, in the fewest words. */
export const plannedBetween = async (tx: Tx, from: number, to: number): Promise<Planned[]> => {
  const { rows } = await sql<Omit<Planned, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }>`
    select a.id, a.kind, a.title, a.place_code as "placeCode", a.audience, a.starts_at as "startsAt", a.ends_at as "endsAt",
      a.time_zone as "timeZone", a.state, coalesce(o.owners, '{}') as owners, coalesce(p.people, '[]') as people
    from activities a
    left join (select activity_id, array_agg(office_id) as owners from activity_owners group by 1) o on o.activity_id = a.id
    left join (select activity_id, json_agg(json_build_object('id', staff_id, 'name', name)) as people
      from activity_people group by 1) p on p.activity_id = a.id
    where a.ends_at > ${new Date(from)} and a.starts_at < ${new Date(to)} and a.state <> 'called-off'`.execute(
    tx,
  )
  return rows.map(row => ({ ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }))
}

/** Reports of the last year by the regency they come from; one to four are said as one. */
export const reportedRegencies = async (tx: Tx, since: Temporal.Instant): Promise<Map<string, number>> => {
  const { rows } = await sql<{ regency: string; reports: number }>`
    select regency, reports from reported_regencies(${new Date(since.epochMilliseconds)})`.execute(tx)
  return new Map(rows.map(({ regency, reports }) => [regency, reports]))
}

export const dismissals = (tx: Tx) =>
  tx
    .selectFrom('finding_dismissals as d')
    .innerJoin('offices as o', 'o.id', 'd.office_id')
    .select(['d.finding', 'd.print', 'd.reason', 'd.at', 'o.short_name as office'])
    .orderBy('d.at', 'desc')
    .execute()

export const insertDismissal = (
  tx: Tx,
  row: { finding: string; print: string; reason: string; office_id: number; staff_id: string },
) =>
  tx
    .insertInto('finding_dismissals')
    .values(row)
    .onConflict(oc => oc.columns(['finding', 'print']).doNothing())
    .execute()

export const regionNames = async (tx: Tx, codes: string[]): Promise<Map<string, string>> =>
  codes.length === 0
    ? new Map()
    : new Map(
        (await tx.selectFrom('regions').select(['code', 'name']).where('code', 'in', codes).execute()).map(
          ({ code, name }) => [code, name],
        ),
      )
