import type { House } from '../platform/house.ts'
import { makeReleases } from './open/make-releases.ts'

const releaseQueue = 'open-releases'

/** Releases the figures of the month that has ended: now, where it is missing, and every night. */
export const startReleases = async (house: House): Promise<void> => {
  await makeReleases(house)
  await house.jobs.daily(releaseQueue, async () => {
    await makeReleases(house)
  })
}
