import type { Tone } from '../../ui/index.ts'
import type { Condition } from './condition.ts'

export const programmeKinds = [
  'skills',
  'enterprise',
  'capital',
  'cooperative',
  'counselling',
  'work',
] as const
export type ProgrammeKind = (typeof programmeKinds)[number]
export const programmeStates = ['open', 'closed'] as const

export interface Programme {
  id: number
  ownerOfficeId: number
  owner: string
  kind: ProgrammeKind
  title: string
  detail: string
  districtCode: string | null
  district: string | null
  startsOn: string
  endsOn: string
  places: number
  taken: number
  conditions: Condition[]
  state: (typeof programmeStates)[number]
  version: number
  sample: boolean
}

export const invitationStates = ['invited', 'accepted', 'declined', 'attended', 'missed'] as const
export type InvitationState = (typeof invitationStates)[number]

interface Move {
  from: readonly InvitationState[]
  to: InvitationState
  /** Not before the programme's first day. */
  onceBegun: boolean
}

/** The only ways an invitation changes state: draws the buttons and guards the deed. Accepted and attended hold a place (0017). */
export const invitationMoves = {
  accept: { from: ['invited', 'declined'], to: 'accepted', onceBegun: false },
  decline: { from: ['invited', 'accepted'], to: 'declined', onceBegun: false },
  attend: { from: ['accepted', 'missed'], to: 'attended', onceBegun: true },
  miss: { from: ['accepted', 'attended'], to: 'missed', onceBegun: true },
} as const satisfies Record<string, Move>

export type InvitationMove = keyof typeof invitationMoves
export const invitationMoveNames = Object.keys(invitationMoves) as InvitationMove[]

export const canMove = (move: InvitationMove, state: InvitationState, begun: boolean) =>
  (invitationMoves[move].from as readonly InvitationState[]).includes(state) &&
  (begun || !invitationMoves[move].onceBegun)

export const invitationTone: Record<InvitationState, Tone> = {
  invited: 'info',
  accepted: 'good',
  declined: 'neutral',
  attended: 'good',
  missed: 'warn',
}
