import { officeById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Actor } from '../../staff/index.ts'
import { campaignById, ownersOf } from '../plan/queries.ts'
import { countedIn, daysOf, devicesOf, toldIn } from './queries.ts'
import { reachOf } from './reach.ts'
import { spansOf } from './spans.ts'

/**
 * All that the page of a campaign's reach says. It reads what was rolled up when it was counted, and costs the same at any number of clicks.
 * @param officeId looks at this office alone
 * @returns nothing where the actor sees no duty of the campaign, or of this office in it
 */
export const readReach = async (
  tx: Tx,
  actor: Pick<Actor, 'officeId'>,
  campaignId: number,
  now: Temporal.Instant,
  officeId?: number,
) => {
  const campaign = await campaignById(tx, campaignId)
  const counted = campaign ? await countedIn(tx, campaign.id) : []
  const seen = officeId === undefined ? counted : counted.filter(row => row.officeId === officeId)
  if (!campaign || seen.length === 0) return undefined
  const owner = (await ownersOf(tx, campaign.id)).includes(actor.officeId)
  const [devices, told] = [await devicesOf(tx, campaign.id), await toldIn(tx, campaign.id)]
  const days = await daysOf(tx, campaign.id, owner, officeId)
  const ends = [campaign.startsOn, String(dayOf(now)), ...days.map(({ day }) => day)].sort()
  return {
    campaign,
    reach: reachOf(counted, devices, told, officeId),
    spans: spansOf(days, ends[0]!, ends.at(-1)!),
    office: officeId === undefined ? undefined : (await officeById(tx, officeId))?.name,
  }
}
