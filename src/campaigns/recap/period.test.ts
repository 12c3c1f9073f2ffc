import { describe, expect, test } from 'vitest'
import { inSpan, lastOver, type Period, spanOf } from './period.ts'

const campaign = { startsOn: '2026-11-02', endsOn: '2026-12-20' }
const day = (text: string) => Temporal.PlainDate.from(text)
const said = (span: ReturnType<typeof lastOver>) => span && `${span.from} ${span.to}`

test.each<[Period, string, string]>([
  ['week', '2026-11-24', '2026-11-23 2026-11-29'],
  ['week', '2026-11-29', '2026-11-23 2026-11-29'],
  ['week', '2027-01-01', '2026-12-28 2027-01-03'],
  ['month', '2026-11-30', '2026-11-01 2026-11-30'],
  ['month', '2028-02-10', '2028-02-01 2028-02-29'],
  ['quarter', '2026-12-31', '2026-10-01 2026-12-31'],
  ['quarter', '2027-01-01', '2027-01-01 2027-03-31'],
  ['whole', '2026-11-24', '2026-11-02 2026-12-20'],
])('a %s with %s in it is %s', (period, today, span) => {
  expect(said(spanOf(period, day(today), campaign))).toBe(span)
})

describe('what is over', () => {
  test.each<[Period, string, string | undefined]>([
    ['week', '2026-11-23', '2026-11-16 2026-11-22'],
    ['week', '2026-11-29', '2026-11-16 2026-11-22'],
    ['week', '2026-11-02', undefined],
    ['week', '2026-12-28', undefined],
    ['month', '2026-12-01', '2026-11-01 2026-11-30'],
    ['month', '2026-11-30', undefined],
    ['quarter', '2027-01-04', '2026-10-01 2026-12-31'],
    ['whole', '2026-12-20', undefined],
    ['whole', '2026-12-21', '2026-11-02 2026-12-20'],
  ])('of a %s on %s', (period, today, span) => {
    expect(said(lastOver(period, day(today), campaign))).toBe(span)
  })
})

test('both ends belong to it', () => {
  const span = { from: day('2026-11-23'), to: day('2026-11-29') }
  const inside = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map(one => inSpan(day(one), span))
  expect(inside).toEqual([false, true, true, false])
})
