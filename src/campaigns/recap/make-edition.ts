import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { campaignById } from '../plan/queries.ts'
import { keepEdition } from './keep-edition.ts'
import { type Period, spanOf } from './period.ts'
import { type Edition, editionById } from './queries.ts'
import type { Recap } from './recap.ts'

interface Order {
  campaignId: number
  period: Period
  officeId: number
  askedBy: string
  errandId: string
}

/** Makes an edition that somebody asked for: of the present week, month or quarter, or of the whole campaign so far. */
export const makeEdition = (
  house: House,
  { campaignId, period, officeId, askedBy, errandId }: Order,
): Promise<Omit<Edition, 'asOf'> & Pick<Recap, 'asOf' | 'sentence'>> =>
  house.db.asJob(async tx => {
    const campaign = (await campaignById(tx, campaignId))!
    const span = spanOf(period, dayOf(house.clock()), campaign)
    const { id } = await keepEdition(house, tx, {
      campaignId,
      period,
      span,
      officeId,
      madeBy: askedBy,
      errandId,
    })
    const { content, ...edition } = (await editionById(tx, id))!
    const { asOf, sentence } = JSON.parse(content) as Recap
    return { ...edition, asOf, sentence }
  })
