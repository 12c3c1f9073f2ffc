import type { Tx } from '../platform/database/database.ts'
import { Conflict, NotFound } from '../platform/http/failures.ts'
import { keepClocks } from './clocks/keep-clocks.ts'
import { type ComplaintMove, type ComplaintState, canMove, complaintMoves } from './complaint.ts'
import { lockCase } from './custody/queries.ts'
import { type Happening, insertHappening, moveState } from './queries.ts'

type Mover = Pick<Happening, 'by' | 'staffId' | 'officeId'>

interface Change {
  /** The sealed words that go with it. */
  entryId?: string | undefined
  ground?: string
  mergedInto?: string
  detail?: Happening['detail']
}

/**
 * Makes a move on a complaint and writes it into its history.
 * @throws NotFound when it is not there for this asker; Conflict when it has moved on meanwhile
 */
export const moveComplaint = async (
  tx: Tx,
  mover: Mover,
  id: string,
  move: ComplaintMove,
  { entryId, detail, ...change }: Change = {},
): Promise<ComplaintState> => {
  const found = await lockCase(tx, id)
  if (!found) throw new NotFound()
  const state = found.state as ComplaintState
  const { from, to } = complaintMoves[move]
  if (!canMove(move, state) || !(await moveState(tx, id, from, { to, ...change })))
    throw new Conflict('complaint.changed-meanwhile')
  await insertHappening(tx, {
    complaintId: id,
    ...mover,
    deed: move,
    from: state,
    to,
    entryId,
    detail: { ...detail, ...(change.ground && { ground: change.ground }) },
  })
  await keepClocks(tx, id)
  return to
}
