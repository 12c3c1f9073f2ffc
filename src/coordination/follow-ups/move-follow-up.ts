import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { canMoveFollowUp, type FollowUpMove, followUpMoves } from './follow-up.ts'
import {
  type Evidence,
  followUpById,
  insertEvidence,
  insertFollowUpEvent,
  lockFollowUp,
  moveFollowUpRow,
} from './queries.ts'

/** What comes with a move: a reason, or evidence, as the table of moves says. */
export interface Given {
  note?: string
  evidence?: Evidence
}

/**
 * Makes a move on a follow-up and writes it into its history.
 * @throws NotFound when it, or the move, is not this office's; Conflict when it has moved on meanwhile, or by the same person twice
 */
export const moveFollowUp = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  actor: Actor,
  id: number,
  move: FollowUpMove,
  { note, evidence }: Given = {},
): Promise<void> => {
  const seen = await followUpById(tx, id)
  const { by, to } = followUpMoves[move]
  if (!seen || (by === 'owner' ? seen.officeId : seen.askedOfficeId) !== actor.officeId) throw new NotFound()
  await lockFollowUp(tx, id)
  const followUp = (await followUpById(tx, id))!
  if (move === 'confirm' && followUp.reportedBy === actor.staffId) throw new Conflict('follow-up.four-eyes')
  if (!canMoveFollowUp(move, followUp, actor)) throw new Conflict('follow-up.changed-meanwhile')
  const at = toDate(clock())
  if (evidence) await insertEvidence(tx, id, actor.staffId, evidence)
  await moveFollowUpRow(tx, id, to, at)
  await insertFollowUpEvent(tx, {
    followUpId: id,
    staffId: actor.staffId,
    officeId: actor.officeId,
    move,
    from: followUp.state,
    to,
    note: note ?? null,
    at,
  })
}
