import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import { canMoveRemoval, type RemovalMove, removalMoves } from './removal.ts'
import { insertRemovalEvent, moveRemovalRow, removalById } from './removal-queries.ts'

interface Given {
  note?: string
  proof?: { key: string } | { url: string }
}

/**
 * Makes a move on a removal and writes it into its history.
 * @throws NotFound when the removal, or the move, is not this actor's; Conflict when it has moved on meanwhile
 */
export const moveRemoval = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  actor: Actor,
  id: number,
  move: RemovalMove,
  { note, proof }: Given = {},
): Promise<void> => {
  const removal = await removalById(tx, id)
  const { from, to, by, may: permission } = removalMoves[move]
  const own = removal && (by === 'publisher' ? removal.officeId : removal.askedOfficeId)
  if (!removal || own !== actor.officeId || !may(actor, permission)) throw new NotFound()
  if (!canMoveRemoval(move, removal, actor.officeId)) throw new Conflict('removal.changed-meanwhile')
  const at = toDate(clock())
  if (!(await moveRemovalRow(tx, id, from, { state: to, at, ...(proof && { proof }) })))
    throw new Conflict('removal.changed-meanwhile')
  const { staffId, officeId } = actor
  const event = { removalId: id, at, staffId, officeId, move, from: removal.state, to, note: note ?? null }
  await insertRemovalEvent(tx, event)
}
