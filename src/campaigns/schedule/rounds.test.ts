import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueDays } from './rounds.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('once when no last day is given', () => {
  expect(dueDays(day('2026-12-01'), undefined).map(String)).toEqual(['2026-12-01'])
})

test('weekly until a day, over the turn of the year, the last day included', () => {
  expect(dueDays(day('2026-12-15'), day('2027-01-05')).map(String)).toEqual([
    '2026-12-15',
    '2026-12-22',
    '2026-12-29',
    '2027-01-05',
  ])
  expect(dueDays(day('2026-12-15'), day('2027-01-04'))).toHaveLength(3)
})

test('always the same weekday, never after the last day, never one week too few', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
      const first = day('2026-01-01').add({ days: start })
      const until = first.add({ days: length })
      const days = dueDays(first, until)
      const last = days.at(-1)!
      expect(new Set(days.map(one => one.dayOfWeek))).toEqual(new Set([first.dayOfWeek]))
      expect(Temporal.PlainDate.compare(last, until)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(last.add({ weeks: 1 }), until)).toBe(1)
    }),
  )
})
