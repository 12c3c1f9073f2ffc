import { describe, expect, test } from 'vitest'
import { canMove, type DutyMove, dutyMoves, dutyStates, standingOf } from './duty.ts'

const now = Temporal.Instant.from('2026-11-24T04:00:00Z')
const yesterday = new Date('2026-11-23T08:00:00Z')
const tomorrow = new Date('2026-11-25T08:00:00Z')

describe('how a duty stands', () => {
  test('overdue and never opened is silent; begun and overdue is late', () => {
    expect(standingOf({ state: 'assigned', dueAt: yesterday }, now)).toBe('silent')
    expect(standingOf({ state: 'opened', dueAt: yesterday }, now)).toBe('late')
    expect(standingOf({ state: 'shared', dueAt: yesterday }, now)).toBe('late')
  })

  test('before the due moment nothing is late, and a returned proof stays visible', () => {
    expect(standingOf({ state: 'assigned', dueAt: tomorrow }, now)).toBe('ahead')
    expect(standingOf({ state: 'returned', dueAt: tomorrow }, now)).toBe('returned')
  })

  test('a proof that waits for review is never called late', () => {
    expect(standingOf({ state: 'attached', dueAt: yesterday }, now)).toBe('waiting')
    expect(standingOf({ state: 'declared', dueAt: yesterday }, now)).toBe('waiting')
  })

  test('stopped with its material it is neither silent nor late; what was proven stays proven', () => {
    expect(standingOf({ state: 'assigned', dueAt: yesterday, stoppedWhy: 'ended' }, now)).toBe('stopped')
    expect(standingOf({ state: 'shared', dueAt: yesterday, stoppedWhy: 'recalled' }, now)).toBe('stopped')
    expect(standingOf({ state: 'accepted', dueAt: yesterday, stoppedWhy: 'recalled' }, now)).toBe('accepted')
  })
})

describe('the table of moves', () => {
  test('an accepted duty is final', () => {
    for (const move of Object.keys(dutyMoves) as DutyMove[]) expect(canMove(move, 'accepted')).toBe(false)
  })

  test('every state can be reached, and accepted from every state', () => {
    const reach = (from: string): Set<string> => {
      const seen = new Set([from])
      for (const state of seen)
        for (const move of Object.values(dutyMoves))
          if ((move.from as readonly string[]).includes(state)) seen.add(move.to)
      return seen
    }
    expect(reach('assigned')).toEqual(new Set(dutyStates))
    for (const state of dutyStates) expect(reach(state)).toContain('accepted')
  })

  test('only a reviewer accepts or returns, and a return says why', () => {
    expect(dutyMoves.accept.may).toBe('proof.decide')
    expect(dutyMoves.return).toMatchObject({ may: 'proof.decide', note: 'required' })
  })
})
