export const followUpStates = ['open', 'done', 'confirmed', 'cancelled'] as const
export type FollowUpState = (typeof followUpStates)[number]

/** Whose move it is: the office that has to do it, or the one that asked for it. */
export type Side = 'owner' | 'asker'

interface Move {
  from: readonly FollowUpState[]
  to: FollowUpState
  by: Side
  /** What has to come with it: nothing, a reason, or evidence. */
  needs: 'nothing' | 'note' | 'evidence'
}

/** The only ways a follow-up changes state. Whoever reported it done does not confirm it (four eyes). */
export const followUpMoves = {
  report: { from: ['open'], to: 'done', by: 'owner', needs: 'evidence' },
  confirm: { from: ['done'], to: 'confirmed', by: 'asker', needs: 'nothing' },
  return: { from: ['done'], to: 'open', by: 'asker', needs: 'note' },
  cancel: { from: ['open', 'done'], to: 'cancelled', by: 'asker', needs: 'note' },
} as const satisfies Record<string, Move>

export type FollowUpMove = keyof typeof followUpMoves
export const followUpMoveNames = Object.keys(followUpMoves) as FollowUpMove[]

export interface FollowUp {
  id: number
  title: string
  detail: string
  officeId: number
  office: string
  personId: string | null
  person: string | null
  askedOfficeId: number
  askedOffice: string
  meetingId: number | null
  agreementId: number | null
  origin: string
  dueOn: string
  state: FollowUpState
  changedAt: Date
  /** Who reported it done last. */
  reportedBy: string | null
  sample: boolean
}

/** Whether this person may make this move now; the permission to write is the route's. */
export const canMoveFollowUp = (
  move: FollowUpMove,
  {
    state,
    officeId,
    askedOfficeId,
    reportedBy,
  }: Pick<FollowUp, 'state' | 'officeId' | 'askedOfficeId' | 'reportedBy'>,
  who: { officeId: number; staffId: string },
): boolean => {
  const { from, by } = followUpMoves[move]
  const side = by === 'owner' ? officeId : askedOfficeId
  if (!(from as readonly FollowUpState[]).includes(state) || side !== who.officeId) return false
  return move !== 'confirm' || reportedBy !== who.staffId
}

/** Still to be done or still to be confirmed: it comes back on the next agenda. */
export const isOpen = (state: FollowUpState) => state === 'open' || state === 'done'

export type Standing = 'late' | 'today' | 'soon' | 'ahead' | Exclude<FollowUpState, 'open'>

/** Days before the due day on which the first reminder is due. */
export const daysBefore = 3

/** How it stands on a day where its office is. */
export const standingOf = (
  { state, dueOn }: Pick<FollowUp, 'state' | 'dueOn'>,
  today: Temporal.PlainDate,
): Standing => {
  if (state !== 'open') return state
  const left = today.until(Temporal.PlainDate.from(dueOn)).days
  return left < 0 ? 'late' : left === 0 ? 'today' : left <= daysBefore ? 'soon' : 'ahead'
}

export type ReminderKind = 'before' | 'on' | 'after'

/** Which reminder is due on a day, if any. */
export const reminderOn = (dueOn: string, today: Temporal.PlainDate): ReminderKind | undefined => {
  const standing = standingOf({ state: 'open', dueOn }, today)
  return standing === 'late'
    ? 'after'
    : standing === 'today'
      ? 'on'
      : standing === 'soon'
        ? 'before'
        : undefined
}

/** What a person is reminded of. */
export interface Reminder {
  id: number
  followUpId: number
  title: string
  kind: ReminderKind
  dueOn: string
}
