import type { House } from '../platform/house.ts'
import { checkReturnees } from './likeness/check-returnees.ts'

const likenessQueue = 'returnee-likeness'

/** Compares people who registered alone or were changed, every minute, whichever process comes first. */
export const startReturnees = async (house: House): Promise<void> => {
  await house.jobs.work(likenessQueue, async () => {
    await checkReturnees(house)
  })
  await house.jobs.every(likenessQueue, '* * * * *')
}
