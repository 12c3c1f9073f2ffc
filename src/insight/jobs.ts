import type { House } from '../platform/house.ts'
import { makeReleases } from './open/make-releases.ts'
import { addUpTallies } from './tallies/queries.ts'

const releaseQueue = 'open-releases'
const tallyQueue = 'signal-tallies'

/** Releases the figures of the month that has ended: now, where it is missing, and every night. Adds up what has been counted, every hour. */
export const startInsight = async (house: House): Promise<void> => {
  await makeReleases(house)
  await house.jobs.daily(releaseQueue, async () => {
    await makeReleases(house)
  })
  await house.jobs.work(tallyQueue, () => house.db.asJob(addUpTallies))
  await house.jobs.every(tallyQueue, '7 * * * *')
}
