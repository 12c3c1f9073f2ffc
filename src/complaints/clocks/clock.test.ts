import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, plainDay, workingDays } from '../../platform/clock/working-days.ts'
import { type ClockEvent, type ClockReading, type Limit, readClock } from './clock.ts'

const holidays: { day: string }[] = JSON.parse(readFileSync('db/content/holidays.json', 'utf8')).days
const off = new Set(holidays.map(({ day }) => day))
const calendar = workingDays([...off].map(day => dayNumber(Temporal.PlainDate.from(day))))
const on = (day: string) => dayNumber(Temporal.PlainDate.from(day))
const said = (day: number | undefined) => day && String(plainDay(day))
const fiveDays: Limit = { unit: 'working-days', amount: 5 }

test('five working days from the Friday before Idulfitri end after cuti bersama', () => {
  const reading = readClock(
    fiveDays,
    [{ day: on('2026-03-13'), kind: 'start', office: 1 }],
    on('2026-03-13'),
    calendar,
  )
  // 16 and 17 March, then Nyepi, Idulfitri and their cuti bersama from the 18th to the 24th, then 25, 26, 27 March.
  expect(said(reading?.lastDay)).toBe('2026-03-27')
  expect(reading).toMatchObject({ state: 'within', counted: 0, allowed: 5 })
})

test('a clock across the new year leaves out Christmas, cuti bersama and New Year', () => {
  const reading = readClock(
    fiveDays,
    [{ day: on('2026-12-22'), kind: 'start', office: 1 }],
    on('2026-12-22'),
    calendar,
  )
  expect(said(reading?.lastDay)).toBe('2026-12-31')
})

test('while the reporter is awaited nothing counts, and each office answers for its own days', () => {
  const events: ClockEvent[] = [
    { day: on('2026-06-02'), kind: 'start', office: 1 },
    { day: on('2026-06-04'), kind: 'pause' },
    { day: on('2026-06-09'), kind: 'resume' },
    { day: on('2026-06-10'), kind: 'hold', office: 2 },
  ]
  const reading = readClock(fiveDays, events, on('2026-06-12'), calendar)
  expect(Object.fromEntries(reading!.byOffice)).toEqual({ 1: 2, 2: 2 })
  expect(reading).toMatchObject({ state: 'approaching', counted: 4 })
  expect(said(reading?.lastDay)).toBe('2026-06-12')
})

test('the day after the last day it is breached, and stays so', () => {
  const start: ClockEvent[] = [{ day: on('2026-06-02'), kind: 'start', office: 1 }]
  expect(readClock(fiveDays, start, on('2026-06-09'), calendar)?.state).toBe('approaching')
  expect(readClock(fiveDays, start, on('2026-06-10'), calendar)?.state).toBe('breached')
  expect(readClock(fiveDays, start, on('2027-06-10'), calendar)?.state).toBe('breached')
})

test('a clock that is stopped at nine in the evening of its last day was in time', () => {
  const events: ClockEvent[] = [
    { day: on('2026-06-02'), kind: 'start', office: 1 },
    { day: on('2026-06-09'), kind: 'stop' },
  ]
  expect(readClock(fiveDays, events, on('2026-12-01'), calendar)).toMatchObject({
    state: 'approaching',
    counted: 4,
  })
})

test('six months are six months of the calendar', () => {
  const events: ClockEvent[] = [{ day: on('2026-08-31'), kind: 'start', office: 1 }]
  const reading = readClock({ unit: 'months', amount: 6 }, events, on('2026-08-31'), calendar)
  expect(said(reading?.lastDay)).toBe('2027-02-28')
})

/** Promise R8: nothing is shared with the reading but the calendar of days off. */
test('100,000 random histories are read as a calculator reads them that walks day by day', () => {
  const kinds = ['pause', 'resume', 'hold', 'stop', 'start'] as const
  const history = fc.record({
    limit: fc.record({
      unit: fc.constantFrom('working-days' as const, 'days' as const, 'months' as const),
      amount: fc.integer({ min: 1, max: 8 }),
    }),
    begin: fc.integer({ min: on('2025-11-01'), max: on('2027-02-01') }),
    steps: fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 9 }),
        kind: fc.constantFrom(...kinds),
        office: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 8 },
    ),
    rest: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(history, ({ limit, begin, steps, rest }) => {
      const events: ClockEvent[] = [{ day: begin, kind: 'start', office: 1 }]
      let day = begin
      for (const { wait, kind, office } of steps) {
        day += wait
        events.push({ day, kind, ...((kind === 'hold' || kind === 'start') && { office }) })
      }
      expect(plain(readClock(limit, events, day + rest, calendar)!)).toEqual(naive(limit, events, day + rest))
    }),
    { numRuns: 100_000, seed: 20261124 },
  )
})

const plain = ({ state, running, counted, allowed, lastDay, byOffice }: ClockReading) => ({
  state,
  running,
  counted,
  allowed,
  lastDay,
  byOffice: Object.fromEntries([...byOffice].filter(([, days]) => days > 0)),
})

const isoDays = new Map<number, { text: string; weekday: number }>()
const iso = (day: number) => {
  const known = isoDays.get(day)
  if (known) return known
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
  const made = { text: String(date), weekday: date.dayOfWeek }
  isoDays.set(day, made)
  return made
}

const naive = ({ unit, amount }: Limit, events: ClockEvent[], today: number) => {
  const start = events.filter(({ kind }) => kind === 'start').at(-1)!
  const mine = events.slice(events.lastIndexOf(start))
  const counts = (day: number) =>
    day > start.day && (unit !== 'working-days' || (iso(day).weekday <= 5 && !off.has(iso(day).text)))
  let allowed = amount
  if (unit === 'months') {
    const first = Temporal.PlainDate.from(iso(start.day).text)
    allowed = 0
    while (Temporal.PlainDate.compare(first.add({ days: allowed }), first.add({ months: amount })) < 0)
      allowed++
  }
  let counted = 0
  const byOffice: Record<number, number> = {}
  const standing = (day: number) => {
    let [running, office] = ['running', start.office!]
    for (const event of mine)
      if (event.day <= day) {
        if (event.kind === 'pause') running = 'paused'
        if (event.kind === 'resume') running = 'running'
        if (event.kind === 'stop') running = 'stopped'
        if (event.kind === 'hold') office = event.office!
      }
    return { running, office }
  }
  for (let day = start.day; day < today; day++) {
    const { running, office } = standing(day)
    if (running !== 'running' || !counts(day)) continue
    counted++
    byOffice[office] = (byOffice[office] ?? 0) + 1
  }
  const { running } = standing(today)
  let lastDay: number | undefined
  if (running === 'running' && counted < allowed) {
    let left = allowed - counted
    for (lastDay = today - 1; left > 0; ) if (counts(++lastDay)) left--
  }
  const state = counted >= allowed ? 'breached' : counted * 5 >= allowed * 4 ? 'approaching' : 'within'
  return { state, running, counted, allowed, lastDay, byOffice }
}
