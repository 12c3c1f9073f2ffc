import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { District, Published, Way } from './silence.ts'

/** Districts that the asker reads by name, with what is known of each; reports of a year from the view that their room publishes. */
export const districtsHeard = async (tx: Tx, since: string, month: string): Promise<District[]> =>
  (
    await sql<District>`
      select d.district as code, o.short_name as name, o.id as "officeId", p.people,
        coalesce((select sum(complaints) from published_complaints c
          where c.district = d.district and c.month between ${since} and ${month}), 0)::int as reports,
        (select sum(q.people) from placements q where q.code = d.district and q.kind = 'placed')::int as departures
      from (select s.office_id, min(s.region_code) as district from office_regions s
          where s.region_code like '__.__' and s.region_code like any ((select own_areas())::text[]) group by 1) d
      join offices o on o.id = d.office_id and o.kind = 'district' left join populations p on p.code = d.district
      order by 1`.execute(tx)
  ).rows

/** Languages and channels in which anybody had something to publish in the year up to this month. */
export const waysInUse = async (tx: Tx, since: string, month: string): Promise<Way[]> =>
  (
    await sql<Way>`
      select distinct v.language, d.channel from duties d join material_versions v on v.id = d.version_id
      where to_char(d.due_at at time zone 'Asia/Makassar', 'YYYY-MM') between ${since} and ${month}`.execute(
      tx,
    )
  ).rows

/** Accepted publications of a month: that in which the office said or showed that it had published. */
export const publishedIn = async (tx: Tx, month: string): Promise<Published[]> =>
  (
    await sql<Published>`
      with shown as (
        select d.id, d.office_id, d.channel, d.version_id, coalesce((select max(e.at) from duty_events e
          where e.duty_id = d.id and e.move in ('declare', 'attach')), d.changed_at) as at
        from duties d where d.state = 'accepted')
      select s.office_id as "officeId", v.language, s.channel, count(*)::int as count
      from shown s join material_versions v on v.id = s.version_id
      where to_char(s.at at time zone 'Asia/Makassar', 'YYYY-MM') = ${month} group by 1, 2, 3`.execute(tx)
  ).rows
