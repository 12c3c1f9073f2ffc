import { setImmediate as breathe } from 'node:timers/promises'
import { dayOf } from '../platform/clock/clock.ts'
import type { House } from '../platform/house.ts'
import { apart, type Range, rangeOf } from './estimate.ts'
import {
  addDevices,
  campaignsWithSketches,
  type DeviceRange,
  type PlacedSketch,
  sketchesOf,
  takeSketches,
} from './queries.ts'
import { emptySketch, mergeInto, unpacked } from './sketch.ts'

/**
 * Turns sketches into ranges of devices: for a campaign, for each office in it, and for each of its channels. Under one pass
 * sketches merge and nothing counts twice; passes and days cannot be compared, so that the truth lies between the largest and
 * their sum. A day stays open until the one after it is over, for a process that was cut off writes late.
 */
export const reckonDevices = async ({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> => {
  const before = String(dayOf(clock()).subtract({ days: 1 }))
  for (const id of await db.asJob(campaignsWithSketches))
    await db.asJob(async tx => {
      const over = await rangesOf(await takeSketches(tx, id, before))
      await addDevices(tx, id, over, await rangesOf(await sketchesOf(tx, id)))
    })
}

const rangesOf = async (rows: PlacedSketch[]): Promise<DeviceRange[]> => {
  if (rows.length === 0) return []
  const ranges: DeviceRange[] = [{ officeId: null, channel: null, ...devicesIn(rows) }]
  for (const [officeId, own] of Map.groupBy(rows, row => row.officeId)) {
    // Others are answered in between.
    await breathe()
    ranges.push({ officeId, channel: null, ...devicesIn(own) })
    for (const [channel, few] of Map.groupBy(own, row => row.channel))
      ranges.push({ officeId, channel, ...devicesIn(few) })
  }
  return ranges
}

const devicesIn = (rows: PlacedSketch[]): Range =>
  apart([...Map.groupBy(rows, ({ day, pass }) => `${day} ${pass}`).values()].map(rangeUnderOnePass))

const rangeUnderOnePass = (rows: PlacedSketch[]): Range => {
  const merged = emptySketch()
  for (const { sketch } of rows) mergeInto(merged, unpacked(sketch))
  return rangeOf(merged)
}
