import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface Shown {
  slug: string
  campaign: string
  purpose: string
  startsOn: string
  endsOn: string
  sample: boolean
  versionId: number
  headline: string
  points: string[]
  callToAction: string
  altText: string
  language: string
  /** The office that leads the campaign: it signs what is passed on where no other is named. */
  officeId: number
  owners: string[]
  decidedAt: Date
}

export interface Wanted {
  /** The last day on which a campaign may have begun. */
  today: string
  topic?: string | undefined
  language?: string | undefined
  limit: number
  offset?: number
}

/** What the campaigns that have begun carry for the public, the newest campaign first. */
export const shownMaterials = async (
  tx: Tx,
  { today, topic, language, limit, offset = 0 }: Wanted,
): Promise<Shown[]> =>
  (
    await sql<Shown>`
      select c.slug, c.title as campaign, c.purpose, c.starts_on as "startsOn", c.ends_on as "endsOn", c.sample, v.id as "versionId",
        v.headline, v.points, v.call_to_action as "callToAction", v.alt_text as "altText", v.language,
        (select min(office_id) from campaign_owners o where o.campaign_id = c.id) as "officeId",
        (select array_agg(f.name order by f.id) from campaign_owners o join offices f on f.id = o.office_id
          where o.campaign_id = c.id) as owners,
        coalesce(v.decided_at, v.written_at) as "decidedAt"
      from campaigns c join campaign_materials m on m.campaign_id = c.id
      join material_versions v on v.id = m.version_id and v.state = 'approved'
      where c.starts_on <= ${today} and not is_recalled(v.id)
        and coalesce(v.valid_from <= ${today}, true) and coalesce(v.valid_until >= ${today}, true)
        and (${topic ?? null}::text is null or c.slug = ${topic ?? null})
        and (${language ?? null}::text is null or v.language = ${language ?? null})
      order by c.starts_on desc, c.id desc, v.id limit ${limit} offset ${offset}`.execute(tx)
  ).rows

export interface Choices {
  topics: { slug: string; title: string }[]
  languages: string[]
}

/** What there is to choose from. */
export const shownChoices = async (tx: Tx, today: string): Promise<Choices> => {
  const rows = await tx
    .selectFrom('campaigns')
    .innerJoin('campaign_materials', 'campaign_materials.campaign_id', 'campaigns.id')
    .innerJoin('material_versions', 'material_versions.id', 'campaign_materials.version_id')
    .select(['slug', 'title', 'language'])
    .where('starts_on', '<=', today)
    .where('state', '=', 'approved')
    .orderBy('starts_on', 'desc')
    .orderBy('campaigns.id', 'desc')
    .execute()
  return {
    topics: [...new Map(rows.map(({ slug, title }) => [slug, { slug, title }])).values()],
    languages: [...new Set(rows.map(({ language }) => language))].sort().reverse(),
  }
}
