import { officesById } from '../../offices/index.ts'
import { at, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import type { Channel } from '../channel.ts'
import { channelsBeyond } from '../consents/queries.ts'
import { approvedVersions } from '../materials/list-queries.ts'
import { dueHour } from '../schedule/due.ts'
import { giveDuties } from '../schedule/give-duties.ts'
import { insertRounds } from '../schedule/queries.ts'
import { dueDays, type Round } from '../schedule/rounds.ts'
import { insertCampaign, insertCampaignMaterials, insertOwners, slugTaken } from './queries.ts'

export interface CampaignPlan {
  title: string
  purpose: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  dueOn: Temporal.PlainDate
  /** The last day of a campaign that comes again every week; once when absent. */
  weeklyUntil?: Temporal.PlainDate | undefined
  coOwners: number[]
  versions: number[]
  offices: number[]
  channels: Channel[]
}

/**
 * Starts a campaign and, with it, every duty (week x office x material x channel) and its tracked link, all or none.
 * @returns the campaign's id
 * @throws NotFound when an office is none; Conflict when a material is no longer approved, or somebody in its picture did not agree to a channel
 */
export const startCampaign = async (
  tx: Tx,
  actor: Actor,
  plan: CampaignPlan,
  sample = false,
): Promise<number> => {
  const approved = new Set((await approvedVersions(tx, actor.officeId)).map(({ id }) => id))
  if (!plan.versions.every(id => approved.has(id))) throw new Conflict('campaign.material-not-approved')
  const offices = [...new Set([...plan.offices, ...plan.coOwners])]
  if ((await officesById(tx, offices)).length < offices.length) throw new NotFound()
  const beyond = await channelsBeyond(tx, plan.versions, plan.channels)
  if (beyond.length > 0) throw new Conflict('consent.channel-beyond')
  const slug = await freeSlug(tx, plan.title)
  const { title, purpose } = plan
  const id = await insertCampaign(tx, {
    slug,
    title,
    purpose,
    startsOn: String(plan.startsOn),
    endsOn: String(plan.endsOn),
    madeBy: actor.staffId,
    sample,
  })
  await insertOwners(tx, id, [...new Set([actor.officeId, ...plan.coOwners])])
  await insertCampaignMaterials(tx, id, plan.versions)
  await assignDuties(tx, id, slug, plan)
  return id
}

const assignDuties = async (tx: Tx, campaignId: number, slug: string, plan: CampaignPlan) => {
  const rounds: Round[] = dueDays(plan.dueOn, plan.weeklyUntil).map((day, index) => ({
    number: index + 1,
    dueAt: toDate(at(day, dueHour)),
  }))
  await insertRounds(tx, campaignId, rounds)
  const duties = rounds.flatMap(({ number: round, dueAt }) =>
    plan.offices.flatMap(officeId =>
      plan.versions.flatMap(versionId =>
        plan.channels.map(channel => ({ campaignId, versionId, officeId, channel, round, dueAt })),
      ),
    ),
  )
  await giveDuties(tx, slug, duties)
}

/** The title as an address: short, readable, and not taken yet. */
const freeSlug = async (tx: Tx, title: string) => {
  const plain = slugOf(title)
  for (let tail = 1; ; tail++) {
    const slug = tail === 1 ? plain : `${plain}-${tail}`
    if (!(await slugTaken(tx, slug))) return slug
  }
}

export const slugOf = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '') || 'kampanye'
