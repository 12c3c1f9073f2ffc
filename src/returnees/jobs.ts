import type { House } from '../platform/house.ts'
import { checkAllReturnees, likenessQueue } from './likeness/check-returnees.ts'

/** Compares people who registered alone, came with a list or were changed, every minute, whichever process comes first. */
export const startReturnees = async (house: House): Promise<void> => {
  await house.jobs.work(likenessQueue, () => checkAllReturnees(house))
  await house.jobs.every(likenessQueue, '* * * * *')
}
