import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface District {
  code: string
  name: string
  officeId: number
  people: number | null
  column: number | null
  row: number | null
}

/** Districts that the asking office reads by name, as their offices stand for them. */
export const districtsSeen = async (tx: Tx): Promise<District[]> =>
  (
    await sql<District>`
      select s.region_code as code, o.short_name as name, o.id as "officeId", p.people, o.tile_column as "column", o.tile_row as "row"
      from offices o join office_regions s on s.office_id = o.id left join populations p on p.code = s.region_code
      where o.kind = 'district' and s.region_code like '__.__' and s.region_code like any ((select own_areas())::text[])
      order by s.region_code`.execute(tx)
  ).rows

export interface Counted {
  district: string | null
  reports: number
  urgent: number
  checks: number
  returnees: number
  due: number
  told: number
  visits: number
  held: number
  heard: number
  planned: number
}

export interface Window {
  /** Months: signals from here on; publications and outreach between recent and now; plans until. */
  since: string
  recent: string
  now: string
  until: string
}

/** Counts by district from the views that the rooms publish; the row without a district is all that the asker does not see by name. */
export const countsByDistrict = async (tx: Tx, { since, recent, now, until }: Window): Promise<Counted[]> =>
  (
    await sql<Counted>`
      with signals as (
        select district, sum(complaints) as reports, sum(complaints) filter (where urgency <> 'ordinary') as urgent,
          0 as checks, 0 as returnees, 0 as due, 0 as told, 0 as visits, 0 as held, 0 as heard, 0 as planned
        from published_complaints where month between ${since} and ${now} group by 1
        union all select district, 0, 0, sum(checks), 0, 0, 0, 0, 0, 0, 0 from published_offer_checks
        where month between ${since} and ${now} and level in ('danger', 'warnings') group by 1
        union all select district, 0, 0, 0, sum(returnees), 0, 0, 0, 0, 0, 0 from published_returnee_months
        where month between ${since} and ${now} group by 1
        union all select district, 0, 0, 0, 0, sum(due), sum(told), 0, 0, 0, 0 from published_duties
        where month between ${recent} and ${now} group by 1
        union all select district, 0, 0, 0, 0, 0, 0, sum(visits), 0, 0, 0 from published_reach
        where month between ${recent} and ${now} group by 1
        union all select district, 0, 0, 0, 0, 0, 0, 0, sum(activities), sum(reached), 0 from published_activities
        where month between ${recent} and ${now} and state = 'held' and kind in ('outreach', 'broadcast') group by 1
        union all select district, 0, 0, 0, 0, 0, 0, 0, 0, 0, sum(activities) from published_activities
        where month between ${now} and ${until} and state in ('planned', 'under-way') and kind in ('outreach', 'broadcast') group by 1)
      select district, sum(reports)::int as reports, coalesce(sum(urgent), 0)::int as urgent, sum(checks)::int as checks,
        sum(returnees)::int as returnees, sum(due)::int as due, sum(told)::int as told, sum(visits)::int as visits,
        sum(held)::int as held, sum(heard)::int as heard, sum(planned)::int as planned
      from signals group by 1`.execute(tx)
  ).rows

/** What all districts of the province together know, one row a signal. */
export const spreadOfSignals = async (tx: Tx, since: string) =>
  (
    await sql<{ kind: string; events: number; people: number; spread: number }>`
      select kind, events, people, spread from signal_spread(${since})`.execute(tx)
  ).rows

/** Districts with people, in the asker's province. */
export const peopleOfProvince = async (tx: Tx) =>
  (
    await sql<{ districts: number; people: number }>`
      select count(*)::int as districts, coalesce(sum(people), 0)::int as people from populations
      where people > 0 and exists (select from unnest(own_areas()) a where code like left(a, 2) || '%' or a = '%')`.execute(
      tx,
    )
  ).rows[0]!

/** Placements that somebody has said publicly, of a district and of its province. */
export const placementsOf = (tx: Tx, code: string) =>
  tx
    .selectFrom('placements')
    .select(['code', 'period', 'kind', 'people', 'source', 'as_of as asOf'])
    .where('code', 'in', [code, code.slice(0, 2)])
    .orderBy('code', 'desc')
    .orderBy('period')
    .execute()
