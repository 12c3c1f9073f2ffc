import type { House } from '../platform/house.ts'
import { keepTime } from './notices/keep-time.ts'

const timeQueue = 'complaint-time'

/** Keeps the time of cases, every minute, whichever process comes first. */
export const startTime = async (house: House): Promise<void> => {
  await house.jobs.work(timeQueue, () => keepTime(house))
  await house.jobs.every(timeQueue, '* * * * *')
}
