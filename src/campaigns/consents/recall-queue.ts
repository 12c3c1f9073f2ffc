import type { House } from '../../platform/house.ts'
import { keepRecalls } from './recall.ts'

/** Handed in when a consent is withdrawn, and by the clock for those that run out. */
export const recallQueue = 'recalls'

/** Keeps recalls, every minute and at once when one is called for, whichever process comes first. */
export const startRecalls = async (house: House): Promise<void> => {
  await house.jobs.work(recallQueue, () => keepRecalls(house))
  await house.jobs.every(recallQueue, '* * * * *')
}
