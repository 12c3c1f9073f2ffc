import { expect, test } from 'vitest'
import { type TodayGroup, todayGroupOf } from './today.ts'

// A Wednesday, seven in the morning in Palu.
const now = Temporal.Instant.from('2026-11-25T07:00:00+08:00')
const groupOf = (due: string, given: object = {}, zone = 'Asia/Makassar') =>
  todayGroupOf({ state: 'opened', dueAt: new Date(due), stoppedWhy: null, ...given }, now, zone)

test.each<[string, TodayGroup]>([
  ['2026-11-25T06:59:00+08:00', 'overdue'],
  ['2026-11-25T16:00:00+08:00', 'this-week'],
  ['2026-11-29T23:59:00+08:00', 'this-week'],
  ['2026-11-30T00:00:00+08:00', 'next-week'],
  ['2026-12-06T23:59:00+08:00', 'next-week'],
  ['2026-12-07T00:00:00+08:00', 'later'],
  ['2027-01-04T16:00:00+08:00', 'later'],
])('due on %s it stands under %s', (due, group) => expect(groupOf(due)).toBe(group))

test('the week is that of the office: in Jayapura Monday begins an hour before', () => {
  expect(groupOf('2026-11-29T23:30:00+08:00', {}, 'Asia/Jayapura')).toBe('next-week')
})

test('what waits for a reviewer, or is over, is not overdue; what came back is', () => {
  const past = '2026-11-20T16:00:00+08:00'
  expect(groupOf(past, { state: 'declared' })).toBe('waiting')
  expect(groupOf(past, { state: 'attached' })).toBe('waiting')
  expect(groupOf(past, { state: 'returned' })).toBe('overdue')
  for (const state of ['accepted', 'excused']) expect(groupOf(past, { state })).toBe('over')
  expect(groupOf(past, { stoppedWhy: 'recalled' })).toBe('over')
})
