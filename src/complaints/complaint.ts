/** Where the worker stands; decides which office can do something. */
export const stages = ['recruitment', 'abroad', 'returning', 'returned'] as const
export type Stage = (typeof stages)[number]

export const urgencies = ['danger', 'leaving-soon', 'ordinary'] as const
export type Urgency = (typeof urgencies)[number]

export const channels = [
  'web',
  'whatsapp',
  'walk-in',
  'phone',
  'letter',
  'cable',
  'social-media',
  'sp4n-lapor',
] as const
export type Channel = (typeof channels)[number]

/** Who tells it. */
export const reporterRoles = ['self', 'family', 'neighbour', 'village-officer', 'agency'] as const
export type ReporterRole = (typeof reporterRoles)[number]

export const procedural = ['yes', 'no', 'unknown'] as const

/** What an officer waits for after asking; two of them have a clock of their own. */
export const awaited = ['answer', 'clarity', 'papers'] as const
export type Awaited = (typeof awaited)[number]

export const complaintStates = ['received', 'accepted', 'waiting', 'closed', 'contested', 'merged'] as const
export type ComplaintState = (typeof complaintStates)[number]

interface Move {
  from: readonly ComplaintState[]
  to: ComplaintState
  by: 'officer' | 'reporter' | 'judge'
  note: 'none' | 'required'
  clock: 'start' | 'pause' | 'resume' | 'stop' | 'keep'
}

/**
 * The only ways a complaint changes state. Draws the buttons, guards the action, is printed into the manual.
 * Who has it is another matter: custody never changes the state, and the state never changes custody.
 */
export const complaintMoves = {
  accept: { from: ['received'], to: 'accepted', by: 'officer', note: 'none', clock: 'start' },
  ask: { from: ['accepted'], to: 'waiting', by: 'officer', note: 'required', clock: 'pause' },
  answer: { from: ['waiting'], to: 'accepted', by: 'reporter', note: 'none', clock: 'resume' },
  resume: { from: ['waiting'], to: 'accepted', by: 'officer', note: 'none', clock: 'resume' },
  close: {
    from: ['received', 'accepted', 'waiting'],
    to: 'closed',
    by: 'officer',
    note: 'required',
    clock: 'stop',
  },
  withdraw: {
    from: ['received', 'accepted', 'waiting'],
    to: 'closed',
    by: 'reporter',
    note: 'none',
    clock: 'stop',
  },
  contest: { from: ['closed'], to: 'contested', by: 'reporter', note: 'required', clock: 'keep' },
  reopen: { from: ['contested', 'closed'], to: 'accepted', by: 'judge', note: 'required', clock: 'start' },
  uphold: { from: ['contested'], to: 'closed', by: 'judge', note: 'required', clock: 'keep' },
  merge: {
    from: ['received', 'accepted', 'waiting'],
    to: 'merged',
    by: 'officer',
    note: 'none',
    clock: 'stop',
  },
  unmerge: { from: ['merged'], to: 'accepted', by: 'officer', note: 'required', clock: 'start' },
} as const satisfies Record<string, Move>

export type ComplaintMove = keyof typeof complaintMoves

export const canMove = (move: ComplaintMove, state: ComplaintState) =>
  (complaintMoves[move].from as readonly ComplaintState[]).includes(state)
