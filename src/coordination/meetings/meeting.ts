import type { Permission } from '../../staff/index.ts'

export const meetingStates = ['planned', 'held', 'closed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

interface Move {
  from: readonly MeetingState[]
  to: MeetingState
  may: Permission
  note: 'none' | 'required'
}

/** The only ways a meeting changes state, all by the office that plans it. Minutes that are closed are not written any more. */
export const meetingMoves = {
  hold: { from: ['planned'], to: 'held', may: 'meeting.write', note: 'none' },
  close: { from: ['held'], to: 'closed', may: 'meeting.write', note: 'none' },
  reopen: { from: ['closed'], to: 'held', may: 'meeting.write', note: 'required' },
  cancel: { from: ['planned'], to: 'cancelled', may: 'meeting.write', note: 'required' },
} as const satisfies Record<string, Move>

export type MeetingMove = keyof typeof meetingMoves
export const meetingMoveNames = Object.keys(meetingMoves) as MeetingMove[]

export const canMoveMeeting = (move: MeetingMove, state: MeetingState) =>
  (meetingMoves[move].from as readonly MeetingState[]).includes(state)

/** Whether agenda, minutes and attendance may still be written. */
export const isBeingWritten = (state: MeetingState) => state === 'planned' || state === 'held'

/** The zones of the country: a meeting says in which one its time is. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
export type Zone = (typeof zones)[number]

export interface Meeting {
  id: number
  officeId: number
  /** The short name of the office that plans it. */
  office: string
  officeName: string
  title: string
  startsAt: Date
  endsAt: Date | null
  zone: Zone
  place: string
  link: string | null
  chair: string
  state: MeetingState
  version: number
  sample: boolean
}

export const blockKinds = ['discussion', 'agreement', 'follow-up'] as const
export type BlockKind = (typeof blockKinds)[number]

/** A piece of the minutes with its own version: two people write side by side. */
export interface Block {
  id: number
  kind: BlockKind
  body: string
  version: number
  removed: boolean
  writer: string
  office: string
  writtenAt: Date
}

/** Something to put on an agenda that nobody typed; the half of the room that finds overlaps and gaps hands these in. */
export interface AgendaItem {
  /** Which finding it is, so that it is taken once. */
  finding: string
  title: string
  note: string
}
