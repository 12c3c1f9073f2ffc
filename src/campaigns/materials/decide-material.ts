import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import { canMove, type VersionMove, versionMoves } from './material.ts'
import { materialById, moveVersion, versionById } from './queries.ts'

/**
 * Makes a move on a version: send it for approval, approve it, return it with a note.
 * @throws NotFound for another office's version or a move that is not this person's, Conflict when it was decided meanwhile
 */
export const moveMaterial = async (
  tx: Tx,
  actor: Actor,
  versionId: number,
  move: VersionMove,
  note?: string,
): Promise<void> => {
  const version = await versionById(tx, versionId)
  const material = version && (await materialById(tx, version.materialId))
  if (material?.officeId !== actor.officeId || !may(actor, versionMoves[move].may)) throw new NotFound()
  if (!canMove(move, version!, actor))
    throw new Conflict(
      version!.authorId === actor.staffId ? 'material.four-eyes' : 'material.changed-meanwhile',
    )
  const { from, to } = versionMoves[move]
  const decided = to === 'submitted' ? {} : { decidedBy: actor.staffId, ...(note && { note }) }
  if (!(await moveVersion(tx, versionId, from, { state: to, ...decided })))
    throw new Conflict('material.changed-meanwhile')
}
