export const arrivalStates = ['expected', 'met', 'handed-over', 'called-off'] as const
export type ArrivalState = (typeof arrivalStates)[number]

interface Move {
  from: readonly ArrivalState[]
  to: ArrivalState
}

/** The only ways an arrival changes state: draws the buttons and guards the deed. */
export const arrivalMoves = {
  meet: { from: ['expected'], to: 'met' },
  'hand-over': { from: ['met'], to: 'handed-over' },
  'call-off': { from: ['expected'], to: 'called-off' },
  expect: { from: ['called-off', 'met'], to: 'expected' },
} as const satisfies Record<string, Move>

export type ArrivalMove = keyof typeof arrivalMoves
export const arrivalMoveNames = Object.keys(arrivalMoves) as ArrivalMove[]

export const canMove = (move: ArrivalMove, state: ArrivalState) =>
  (arrivalMoves[move].from as readonly ArrivalState[]).includes(state)

/** How they go on from where they are met. */
export const onwards = ['land', 'air', 'sea', 'family', 'others'] as const

/** What an arrival still lacks, the most pressing first. */
export const gaps = ['meeter', 'place', 'onward', 'paper', 'needs'] as const
export type Gap = (typeof gaps)[number]

export interface Known {
  state: string
  meeterId: string | null
  otherMeeter: boolean
  placeKnown: boolean
  onward: string | null
  persons: number
  /** Persons named in hand-over letters, and persons registered. */
  inPapers: number
  registered: number
}

export const missing = (known: Known): Gap[] => {
  if (known.state === 'called-off') return []
  const holds: Record<Gap, boolean> = {
    meeter: known.meeterId === null && !known.otherMeeter,
    place: !known.placeKnown,
    onward: known.onward === null,
    paper: known.inPapers < known.persons,
    needs: known.registered < known.persons,
  }
  return gaps.filter(gap => holds[gap])
}
