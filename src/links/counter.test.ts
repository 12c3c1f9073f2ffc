import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Counter, startCounter } from './counter.ts'
import type { HourCount } from './queries.ts'
import { openTally } from './tally.ts'

const ten = Date.UTC(2026, 2, 1, 10)
const minute = 60_000
const row = (code: string, hour: number, clicks: number, scans = 0, previews = 0) => ({
  code,
  hour: new Date(hour),
  clicks,
  scans,
  previews,
})

let written: HourCount[][]
let failures: unknown[]
let write: (counts: HourCount[]) => Promise<void>
let counter: Counter

beforeEach(() => {
  vi.useFakeTimers()
  written = []
  failures = []
  write = async counts => void written.push(structuredClone(counts))
  counter = startCounter(
    counts => write(counts),
    error => failures.push(error),
  )
})

afterEach(async () => {
  write = async () => {}
  await counter.stop()
  vi.useRealTimers()
})

test('what was counted is written within a second, once', async () => {
  counter.count('A', 'clicks', ten)
  await vi.advanceTimersByTimeAsync(999)
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toEqual([[row('A', ten, 1)]])
  await vi.advanceTimersByTimeAsync(5000)
  expect(written).toHaveLength(1)
})

test('a sudden end at any moment loses at most the last second', async () => {
  const gap = 37
  let counted = 0
  for (let now = 0; now < 5000; now += gap) {
    counter.count('A', 'clicks', ten + now)
    counted += 1
    await vi.advanceTimersByTimeAsync(gap)
    const safe = written.flat().reduce((sum, { clicks }) => sum + clicks, 0)
    expect((counted - safe) * gap).toBeLessThanOrEqual(1000 + gap)
  }
})

test('clicks, scans and previews of an hour stand in one row, and the next hour in its own', async () => {
  counter.count('A', 'clicks', ten)
  counter.count('A', 'scans', ten + 59 * minute)
  counter.count('A', 'previews', ten + 60 * minute - 1)
  counter.count('A', 'scans', ten + 60 * minute)
  counter.count('B', 'clicks', ten)
  await counter.flush()
  expect(written).toEqual([[row('A', ten, 1, 1, 1), row('A', ten + 60 * minute, 0, 1), row('B', ten, 1)]])
})

test('what could not be written goes with the next', async () => {
  const works = write
  write = async () => {
    counter.count('A', 'clicks', ten)
    throw new Error('database away')
  }
  counter.count('A', 'clicks', ten)
  await vi.advanceTimersByTimeAsync(3000)
  expect(failures).toHaveLength(3)
  write = works
  await vi.advanceTimersByTimeAsync(1000)
  expect(written).toEqual([[row('A', ten, 4)]])
})

test('a write that hangs is not joined by others, and what came meanwhile follows it', async () => {
  const works = write
  const held = Promise.withResolvers<void>()
  let writes = 0
  write = async counts => {
    writes += 1
    await held.promise
    await works(counts)
  }
  counter.count('A', 'clicks', ten)
  await vi.advanceTimersByTimeAsync(1000)
  counter.count('A', 'scans', ten)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(writes).toBe(1)
  held.resolve()
  await vi.advanceTimersByTimeAsync(1000)
  expect(written).toEqual([[row('A', ten, 1)], [row('A', ten, 0, 1)]])
})

test('the end writes what is left, also behind a write under way', async () => {
  const works = write
  const held = Promise.withResolvers<void>()
  write = counts => held.promise.then(() => works(counts))
  counter.count('A', 'clicks', ten)
  await vi.advanceTimersByTimeAsync(1000)
  counter.count('A', 'clicks', ten)
  const stopped = counter.stop()
  held.resolve()
  await stopped
  expect(written).toEqual([[row('A', ten, 1)], [row('A', ten, 1)]])
  expect(vi.getTimerCount()).toBe(0)
})

test('beyond its limit a tally opens no row for another hour, and loses no visit', () => {
  const tally = openTally(3)
  for (let hours = 0; hours < 100; hours++) tally.count('A', 'clicks', ten + hours * 60 * minute)
  expect(tally.rows().map(({ clicks }) => clicks)).toEqual([1, 1, 98])
})
