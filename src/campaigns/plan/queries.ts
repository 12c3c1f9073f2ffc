import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../channel.ts'
import type { DutyState, StoppedWhy } from '../duties/duty.ts'

export const insertCampaign = async (
  tx: Tx,
  row: {
    slug: string
    title: string
    purpose: string
    startsOn: string
    endsOn: string
    madeBy: string
    sample: boolean
  },
) =>
  (
    await tx
      .insertInto('campaigns')
      .values({
        slug: row.slug,
        title: row.title,
        purpose: row.purpose,
        starts_on: row.startsOn,
        ends_on: row.endsOn,
        made_by: row.madeBy,
        sample: row.sample,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const insertOwners = (tx: Tx, campaignId: number, officeIds: number[]) =>
  tx
    .insertInto('campaign_owners')
    .values(officeIds.map(id => ({ campaign_id: campaignId, office_id: id })))
    .execute()

export const insertCampaignMaterials = (tx: Tx, campaignId: number, versionIds: number[]) =>
  tx
    .insertInto('campaign_materials')
    .values(versionIds.map(id => ({ campaign_id: campaignId, version_id: id })))
    .execute()

export const slugTaken = async (tx: Tx, slug: string) =>
  (await tx.selectFrom('campaigns').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined

const campaign = [
  'campaigns.id',
  'campaigns.slug',
  'campaigns.title',
  'campaigns.purpose',
  'campaigns.starts_on as startsOn',
  'campaigns.ends_on as endsOn',
  'campaigns.sample',
] as const

export const campaignById = (tx: Tx, id: number) =>
  tx.selectFrom('campaigns').select(campaign).where('id', '=', id).executeTakeFirst()

export const campaignBySlug = (tx: Tx, slug: string) =>
  tx.selectFrom('campaigns').select(campaign).where('slug', '=', slug).executeTakeFirst()

/** Campaigns in which the asker sees at least one duty, newest first, each with its counts. */
export const campaignList = (tx: Tx) =>
  tx
    .selectFrom('campaigns')
    .innerJoin('duties', 'duties.campaign_id', 'campaigns.id')
    .select(campaign)
    .select(eb => [
      eb.fn.countAll<number>().as('duties'),
      eb.fn.countAll<number>().filterWhere('duties.state', '=', 'accepted').as('accepted'),
      eb.fn.countAll<number>().filterWhere('duties.state', 'in', ['declared', 'attached']).as('waiting'),
    ])
    .groupBy('campaigns.id')
    .orderBy('campaigns.starts_on', 'desc')
    .orderBy('campaigns.id', 'desc')
    .execute()

export const ownersOf = async (tx: Tx, campaignId: number): Promise<number[]> =>
  (
    await tx
      .selectFrom('campaign_owners')
      .select('office_id')
      .where('campaign_id', '=', campaignId)
      .orderBy('office_id')
      .execute()
  ).map(row => row.office_id)

export const materialsOf = (tx: Tx, campaignId: number) =>
  tx
    .selectFrom('campaign_materials')
    .innerJoin('material_versions', 'material_versions.id', 'campaign_materials.version_id')
    .select([
      'material_versions.id',
      'material_versions.number',
      'material_versions.headline',
      'material_versions.design',
      'material_versions.language',
    ])
    .where('campaign_id', '=', campaignId)
    .orderBy('material_versions.id')
    .execute()

/** Campaigns that run on a day: what the public start page shows. */
export const runningCampaigns = (tx: Tx, day: string, limit: number) =>
  tx
    .selectFrom('campaigns')
    .select(campaign)
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
    .orderBy('starts_on', 'desc')
    .limit(limit)
    .execute()

/** Every campaign in the words that its approved materials say to the public. */
export const campaignTexts = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('campaigns')
    .innerJoin('campaign_materials', 'campaign_materials.campaign_id', 'campaigns.id')
    .innerJoin('material_versions', 'material_versions.id', 'campaign_materials.version_id')
    .select(['campaigns.slug', 'campaigns.title', 'campaigns.purpose', 'headline', 'points'])
    .select(['call_to_action as callToAction', 'alt_text as altText'])
    .where('material_versions.state', '=', 'approved')
    .where(sql<boolean>`not is_recalled(material_versions.id)`)
    .orderBy('campaigns.id')
    .orderBy('material_versions.id')
    .execute()
  return [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, materials]) => ({
    slug,
    title: materials[0]!.title,
    text: [
      materials[0]!.purpose,
      ...materials.flatMap(one => [one.headline, ...one.points, one.callToAction, one.altText]),
    ].join(' '),
  }))
}

/** Every duty of a campaign that the asker may see, with its reach: the one source of matrix, sentence and recap. */
export const coverageRows = async (tx: Tx, campaignId: number) => {
  const rows = await tx
    .selectFrom('duties')
    .innerJoin('offices', 'offices.id', 'duties.office_id')
    .leftJoin('links', 'links.duty_id', 'duties.id')
    .select([
      'duties.id',
      'duties.version_id as versionId',
      'duties.office_id as officeId',
      'duties.channel',
      'duties.round',
      'duties.due_at as dueAt',
    ])
    .select([
      'duties.state',
      'duties.changed_at as changedAt',
      'duties.stopped_why as stoppedWhy',
      'links.code',
      'offices.short_name as office',
      'offices.name as officeName',
    ])
    .select(['offices.tile_column as tileColumn', 'offices.tile_row as tileRow'])
    .where('duties.campaign_id', '=', campaignId)
    .orderBy('duties.office_id')
    .orderBy('duties.id')
    .execute()
  return rows.map(row => ({
    ...row,
    channel: row.channel as Channel,
    state: row.state as DutyState,
    stoppedWhy: row.stoppedWhy as StoppedWhy,
  }))
}

export type CoverageRow = Awaited<ReturnType<typeof coverageRows>>[number]
