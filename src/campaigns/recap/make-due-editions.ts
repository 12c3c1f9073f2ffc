import { calendarOf, isOpen } from '../../complaints/index.ts'
import { officeById } from '../../offices/index.ts'
import { at, dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { ownersOf } from '../plan/queries.ts'
import { keepEdition } from './keep-edition.ts'
import { type DaySpan, lastOver, type Period } from './period.ts'
import { dutiesDue, editionByCalendar, lockCampaign } from './queries.ts'
import { allPlans } from './sending-queries.ts'

interface Plan {
  campaignId: number
  period: Period
  startsOn: string
  endsOn: string
}

/**
 * Makes the recaps whose week, month or quarter is over, or whose campaign is: each once, in office hours of the office that
 * writes. One with nothing due in it is not made. What goes wrong with one keeps no other from being made.
 */
export const makeDueEditions = async (house: House): Promise<void> => {
  for (const plan of await house.db.asJob(allPlans))
    await house.db
      .asJob(tx => makeIfDue(house, tx, plan))
      .catch(error => house.log.error({ err: error }, 'a recap could not be made; it is tried again'))
}

const makeIfDue = async (house: House, tx: Tx, plan: Plan) => {
  const { campaignId, period } = plan
  const now = house.clock()
  const [officeId] = await ownersOf(tx, campaignId)
  const office = (await officeById(tx, officeId!))!
  const span = lastOver(period, dayOf(now, office.timeZone), plan)
  if (!span || !isOpen(now, office.timeZone, await calendarOf(tx))) return
  await lockCampaign(tx, campaignId)
  if (await editionByCalendar(tx, campaignId, period, String(span.from))) return
  if ((await countDue(tx, campaignId, period, span)) === 0) return
  await keepEdition(house, tx, {
    campaignId,
    period,
    span,
    officeId: office.id,
    madeBy: null,
    errandId: null,
  })
}

/** How many duties are due in the days of a span, as the recap counts them: of the whole campaign all. */
export const countDue = (tx: Tx, campaignId: number, period: Period, { from, to }: DaySpan) =>
  period === 'whole'
    ? dutiesDue(tx, campaignId, new Date(0), endOfTime)
    : dutiesDue(tx, campaignId, toDate(at(from, '00:00')), toDate(at(to.add({ days: 1 }), '00:00')))

const endOfTime = new Date('2200-01-01')
