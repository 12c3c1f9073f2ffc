import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { lookUpCompany } from '../register/look-up-company.ts'
import type { CompanyStanding } from './answer.ts'

/** What the register says of a name today. A company that the latest list no longer names counts as not found. */
export const companyStanding =
  ({ clock }: Pick<House, 'clock'>) =>
  async (tx: Tx, name: string): Promise<CompanyStanding> => {
    const { standing, asOf, company, near } = await lookUpCompany(tx, name, String(dayOf(clock())))
    const isGone = standing === 'licence-ended' && company?.state === 'valid'
    return {
      asked: name,
      asOf,
      found:
        company && !isGone
          ? { name: company.name, licence: company.state, jobOrder: standing === 'licence-and-order' }
          : undefined,
      near: near.slice(0, 3).map(match => match.name),
    }
  }
