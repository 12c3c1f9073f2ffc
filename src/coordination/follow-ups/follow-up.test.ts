import { expect, test } from 'vitest'
import {
  canMoveFollowUp,
  type FollowUpState,
  followUpMoveNames,
  followUpStates,
  reminderOn,
  standingOf,
} from './follow-up.ts'

const given = (state: FollowUpState, reportedBy: string | null = null) => ({
  state,
  officeId: 1,
  askedOfficeId: 2,
  reportedBy,
})
const moves = (state: FollowUpState, officeId: number, staffId = 'x', reportedBy: string | null = null) =>
  followUpMoveNames.filter(move => canMoveFollowUp(move, given(state, reportedBy), { officeId, staffId }))

test('whoever does it reports, whoever asked decides, and nobody else moves it', () => {
  expect(followUpStates.map(state => moves(state, 1))).toEqual([['report'], [], [], []])
  expect(followUpStates.map(state => moves(state, 2))).toEqual([
    ['cancel'],
    ['confirm', 'return', 'cancel'],
    [],
    [],
  ])
  expect(followUpStates.flatMap(state => moves(state, 3))).toEqual([])
})

test('whoever reported it done does not confirm it', () => {
  expect(moves('done', 2, 'ayu', 'ayu')).toEqual(['return', 'cancel'])
  expect(moves('done', 2, 'bima', 'ayu')).toEqual(['confirm', 'return', 'cancel'])
})

test.each([
  ['2026-12-28', 'ahead', undefined],
  ['2026-12-29', 'soon', 'before'],
  ['2026-12-31', 'soon', 'before'],
  ['2027-01-01', 'today', 'on'],
  ['2027-01-02', 'late', 'after'],
])('due on New Year, seen on %s', (today, standing, reminder) => {
  const day = Temporal.PlainDate.from(today)
  expect(standingOf({ state: 'open', dueOn: '2027-01-01' }, day)).toBe(standing)
  expect(reminderOn('2027-01-01', day)).toBe(reminder)
  expect(standingOf({ state: 'confirmed', dueOn: '2027-01-01' }, day)).toBe('confirmed')
})
