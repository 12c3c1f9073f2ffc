import type { House } from '../platform/house.ts'
import { reckonDevices } from './reckon-devices.ts'

const queue = 'links.devices'

/** Reckons devices at the start and every ten minutes, by one process however many there are. */
export const startReckoning = async (house: House): Promise<void> => {
  await house.jobs.work(queue, () => reckonDevices(house))
  await house.jobs.every(queue, '*/10 * * * *')
  await house.jobs.send(queue, {}, queue)
}
