import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../channel.ts'
import type { DutyState } from '../duties/duty.ts'

export interface Publication {
  dutyId: number
  office: string
  channel: Channel
  number: number
  language: string
  campaign: string
  state: DutyState
  /** When its proof was given, or what is known last. */
  at: Date
  proofs: { id: number; kind: string; url: string | null }[]
  removal: { id: number; state: string } | null
}

/** Where a material went out: office by channel by date, each with its proofs, the newest first. As far as the asker may see. */
export const publicationsOf = async (tx: Tx, materialId: number): Promise<Publication[]> => {
  const { rows } = await sql<Publication>`
    select d.id as "dutyId", o.short_name as office, d.channel, v.number, v.language, c.title as campaign, d.state,
      coalesce((select max(p.given_at) from proofs p where p.duty_id = d.id), d.changed_at) as at,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'url', p.url) order by p.id desc)
        from proofs p where p.duty_id = d.id), '[]') as proofs,
      (select jsonb_build_object('id', r.id, 'state', r.state) from removals r where r.duty_id = d.id) as removal
    from duties d join material_versions v on v.id = d.version_id
    join offices o on o.id = d.office_id join campaigns c on c.id = d.campaign_id
    where v.material_id = ${materialId} and d.state not in ('assigned', 'opened', 'excused')
    order by at desc, d.id limit 1000`.execute(tx)
  return rows
}

/** How many publications there are, and of how many offices. */
export const publicationCount = async (tx: Tx, materialId: number) => {
  const { rows } = await sql<{ publications: number; offices: number }>`
    select count(*)::int as publications, count(distinct d.office_id)::int as offices
    from duties d join material_versions v on v.id = d.version_id
    where v.material_id = ${materialId} and d.state not in ('assigned', 'opened', 'excused')`.execute(tx)
  return rows[0]!
}
