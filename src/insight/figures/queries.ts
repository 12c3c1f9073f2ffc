import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface MonthFigure {
  id: string
  month: string
  value: number
}

/**
 * Every indicator month by month, from the first month that its source knows.
 * @param district a regency by code, or nothing for all that the asker's province has
 */
export const monthFigures = async (
  tx: Tx,
  district: string | undefined,
  until: string,
): Promise<MonthFigure[]> => {
  const { rows } = await sql<MonthFigure>`
    with told as (
      select c.district, c.month, v.id, v.value from published_complaints c cross join lateral (values
        ('reports', c.complaints), ('urgent-reports', case when c.urgency <> 'ordinary' then c.complaints else 0 end),
        ('closed-reports', case when c.state = 'closed' then c.complaints else 0 end)) as v (id, value)
      union all select s.district, s.month, v.id, v.value from published_offer_checks s cross join lateral (values
        ('checks', s.checks), ('danger-checks', case when s.level in ('danger', 'warnings') then s.checks else 0 end)) as v (id, value)
      union all select district, month, 'returnees', returnees from published_returnee_months
      union all select d.district, d.month, v.id, v.value from published_duties d cross join lateral (values
        ('duties-due', d.due), ('duties-told', d.told), ('duties-proven', d.proven)) as v (id, value)
      union all select district, month, 'visits', visits from published_reach
      union all select a.district, a.month, v.id, v.value from published_activities a cross join lateral (values
        ('outreach-held', a.activities), ('outreach-reached', a.reached)) as v (id, value)
        where a.state = 'held' and a.kind = 'outreach'
      union all select null, month, 'follow-ups-overdue', overdue from published_follow_ups)
    select id, month, coalesce(sum(value) filter (where ${district ?? null}::text is null or district = ${district ?? null}), 0)::int as value
    from told where month <= ${until} group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}
