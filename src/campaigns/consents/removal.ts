import type { Permission } from '../../staff/index.ts'
import type { Channel } from '../channel.ts'

/** What was published on the strength of a consent that has ended is taken down again: told, said, shown, confirmed. */
export const removalStates = ['told', 'declared', 'proven', 'confirmed'] as const
export type RemovalState = (typeof removalStates)[number]

interface Move {
  from: readonly RemovalState[]
  to: RemovalState
  /** Whose it is: of the office that published it, or of the one whose material it is. */
  by: 'publisher' | 'asker'
  may: Permission
}

/** The only ways a removal changes state. Draws the buttons and guards the action. */
export const removalMoves = {
  declare: { from: ['told'], to: 'declared', by: 'publisher', may: 'duty.publish' },
  prove: { from: ['told', 'declared', 'proven'], to: 'proven', by: 'publisher', may: 'duty.publish' },
  confirm: { from: ['declared', 'proven'], to: 'confirmed', by: 'asker', may: 'proof.decide' },
  return: { from: ['declared', 'proven'], to: 'told', by: 'asker', may: 'proof.decide' },
} as const satisfies Record<string, Move>

export type RemovalMove = keyof typeof removalMoves

export interface Removal {
  id: number
  dutyId: number
  versionId: number
  officeId: number
  askedOfficeId: number
  channel: Channel
  state: RemovalState
  toldAt: Date
  dueOn: string
  changedAt: Date
  proof: { key: string } | { url: string } | undefined
}

/** Whether an office may make this move on a removal as it stands. */
export const canMoveRemoval = (
  move: RemovalMove,
  removal: Pick<Removal, 'state' | 'officeId' | 'askedOfficeId'>,
  officeId: number,
): boolean => {
  const { from, by } = removalMoves[move]
  const own = by === 'publisher' ? removal.officeId : removal.askedOfficeId
  return own === officeId && (from as readonly RemovalState[]).includes(removal.state)
}

/** Past its day and still not even declared. */
export const isLate = ({ state, dueOn }: Pick<Removal, 'state' | 'dueOn'>, today: Temporal.PlainDate) =>
  state === 'told' && Temporal.PlainDate.compare(Temporal.PlainDate.from(dueOn), today) < 0

/** How many stand where: what the page of an office's recalls counts. */
export const removalCounts = (removals: Pick<Removal, 'state'>[]): Record<RemovalState, number> => ({
  told: 0,
  declared: 0,
  proven: 0,
  confirmed: 0,
  ...Object.fromEntries(
    [...Map.groupBy(removals, ({ state }) => state)].map(([state, rows]) => [state, rows.length]),
  ),
})
