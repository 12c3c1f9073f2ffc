import type { Permission } from '../../staff/index.ts'

export const kinds = [
  'outreach',
  'training',
  'broadcast',
  'campaign',
  'meeting',
  'returnee-programme',
] as const
export type Kind = (typeof kinds)[number]

/** Who an activity is for. A closed list, so that two offices mean the same. */
export const audiences = [
  'prospective-workers',
  'families',
  'students',
  'village-officials',
  'returnees',
  'community-leaders',
  'officers',
  'public',
] as const
export type Audience = (typeof audiences)[number]

/** The zones of the country: WIB, WITA, WIT. */
export const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const

export const activityStates = ['planned', 'under-way', 'held', 'postponed', 'called-off'] as const
export type ActivityState = (typeof activityStates)[number]

interface Move {
  from: readonly ActivityState[]
  to: ActivityState
  may: Permission
  note: 'none' | 'required'
}

/** The only ways an activity changes state. Draws the buttons, guards the action, is printed into the manual. */
export const activityMoves = {
  begin: { from: ['planned'], to: 'under-way', may: 'programme.write', note: 'none' },
  hold: { from: ['planned', 'under-way'], to: 'held', may: 'programme.write', note: 'none' },
  postpone: { from: ['planned', 'under-way'], to: 'postponed', may: 'programme.write', note: 'required' },
  replan: { from: ['postponed'], to: 'planned', may: 'programme.write', note: 'none' },
  'call-off': {
    from: ['planned', 'under-way', 'postponed'],
    to: 'called-off',
    may: 'programme.write',
    note: 'required',
  },
} as const satisfies Record<string, Move>

export type ActivityMove = keyof typeof activityMoves
export const moveNames = Object.keys(activityMoves) as ActivityMove[]

export const canMove = (move: ActivityMove, state: ActivityState) =>
  (activityMoves[move].from as readonly ActivityState[]).includes(state)

/** People stand in one room at one time; a broadcast or a campaign runs by itself. */
export const gathers = (kind: Kind) => kind !== 'broadcast' && kind !== 'campaign'

export interface Activity {
  id: number
  uid: string
  kind: Kind
  title: string
  placeCode: string
  /** The village or whatever the code names, and what lies above it: Karunia, Palolo, Kabupaten Sigi. */
  place: string
  venue: string
  audience: Audience
  startsAt: Date
  endsAt: Date
  timeZone: string
  expected: number | null
  reached: number | null
  state: ActivityState
  version: number
  joinedInto: number | null
  changedAt: Date
  sample: boolean
  owners: { id: number; name: string }[]
  people: { id: string; name: string }[]
}

/** What may be written of an activity, whether in a form or in a sheet. */
export interface Plan {
  kind: Kind
  title: string
  placeCode: string
  venue: string
  audience: Audience
  startsAt: Temporal.ZonedDateTime
  endsAt: Temporal.ZonedDateTime
  expected: number | null
  reached: number | null
  owners: number[]
  people: string[]
}

/** The regency or city in which a place lies; nothing for a whole province. */
export const regencyOf = (code: string) => (code.length >= 5 ? code.slice(0, 5) : undefined)
