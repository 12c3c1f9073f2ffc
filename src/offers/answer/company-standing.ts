import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { lookUpCompany } from '../register/look-up.ts'
import type { CompanyStanding } from './answer.ts'

/** What the register says of a name today. */
export const companyStanding =
  ({ clock }: Pick<House, 'clock'>) =>
  async (tx: Tx, name: string): Promise<CompanyStanding> => {
    const { asOf, ordersAsOf, found, near } = await lookUpCompany(tx, name, { day: String(dayOf(clock())) })
    return {
      asked: name,
      asOf,
      found: found && {
        name: found.name,
        licence: found.licence,
        // Without a list of job orders nothing can be said of them.
        jobOrder: ordersAsOf === undefined ? undefined : found.jobOrder,
      },
      near: near.map(match => match.name),
    }
  }
