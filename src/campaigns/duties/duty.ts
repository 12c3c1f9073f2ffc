import type { Permission } from '../../staff/index.ts'
import type { Channel } from '../channel.ts'

export const dutyStates = [
  'assigned',
  'opened',
  'shared',
  'declared',
  'attached',
  'accepted',
  'returned',
  'excused',
] as const
export type DutyState = (typeof dutyStates)[number]

interface Move {
  from: readonly DutyState[]
  to: DutyState
  may: Permission
  note: 'none' | 'required'
}

/** The only ways a duty changes state. Draws the buttons, guards the action, is printed into the manual. */
export const dutyMoves = {
  open: { from: ['assigned'], to: 'opened', may: 'duty.publish', note: 'none' },
  share: { from: ['assigned', 'opened', 'returned'], to: 'shared', may: 'duty.publish', note: 'none' },
  declare: {
    from: ['assigned', 'opened', 'shared', 'returned'],
    to: 'declared',
    may: 'duty.publish',
    note: 'none',
  },
  attach: {
    from: ['assigned', 'opened', 'shared', 'declared', 'attached', 'returned'],
    to: 'attached',
    may: 'duty.publish',
    note: 'none',
  },
  accept: { from: ['declared', 'attached'], to: 'accepted', may: 'proof.decide', note: 'none' },
  return: { from: ['declared', 'attached'], to: 'returned', may: 'proof.decide', note: 'required' },
  excuse: {
    from: ['assigned', 'opened', 'shared', 'returned'],
    to: 'excused',
    may: 'proof.decide',
    note: 'required',
  },
  resume: { from: ['excused'], to: 'assigned', may: 'proof.decide', note: 'none' },
} as const satisfies Record<string, Move>

export type DutyMove = keyof typeof dutyMoves

export const canMove = (move: DutyMove, state: DutyState) =>
  (dutyMoves[move].from as readonly DutyState[]).includes(state)

/** Nobody shows anew what was stopped. What is out already may still be told, so that its removal can be followed. */
export const isStoppedFor = (move: DutyMove, { stoppedWhy }: Pick<Duty, 'stoppedWhy'>): boolean =>
  move === 'share' && Boolean(stoppedWhy)

/** The reasons a reviewer may return a proof for; a note says more. */
export const returnReasons = [
  'wrong-material',
  'not-readable',
  'wrong-channel',
  'link-dead',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

export type StoppedWhy = 'ended' | 'recalled' | null | undefined

export interface Duty {
  id: number
  campaignId: number
  versionId: number
  officeId: number
  channel: Channel
  dueAt: Date
  /** Which week of a recurring campaign; 1 when it runs once. */
  round: number
  state: DutyState
  changedAt: Date
  /** Nobody needs to do it any more: its material is no longer valid, or was recalled. */
  stoppedWhy?: StoppedWhy
}

/** What may still be postponed, excused or given to another: nothing of it waits for a reviewer, and it is not over. */
export const openStates = ['assigned', 'opened', 'shared', 'returned'] as const satisfies DutyState[]

export const isStillOpen = ({ state, stoppedWhy }: Pick<Duty, 'state' | 'stoppedWhy'>) =>
  !stoppedWhy && (openStates as readonly DutyState[]).includes(state)

/** How a duty stands at a moment, for whoever looks at the whole: proven, in review, or not, and how late. */
export type Standing =
  | 'accepted'
  | 'waiting'
  | 'returned'
  | 'silent'
  | 'late'
  | 'ahead'
  | 'stopped'
  | 'excused'

/** Excused counts apart. Silent: overdue and never even opened. Late: overdue, but somebody has begun. */
export const standingOf = (
  { state, dueAt, stoppedWhy }: Pick<Duty, 'state' | 'dueAt' | 'stoppedWhy'>,
  now: Temporal.Instant,
): Standing => {
  if (state === 'accepted' || state === 'excused') return state
  if (stoppedWhy) return 'stopped'
  if (state === 'declared' || state === 'attached') return 'waiting'
  if (dueAt.getTime() < now.epochMilliseconds)
    return state === 'assigned' ? 'silent' : state === 'returned' ? 'returned' : 'late'
  return state === 'returned' ? 'returned' : 'ahead'
}
