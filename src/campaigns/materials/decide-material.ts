import { dayOf, systemClock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import { mayGoOut } from '../consents/consent.ts'
import { isRecalled } from '../consents/guard-queries.ts'
import { consentsOfVersion } from '../consents/queries.ts'
import { canMove, type Version, type VersionMove, versionMoves } from './material.ts'
import { materialById, moveVersion, versionById } from './queries.ts'

/**
 * Makes a move on a version: send it for approval, approve it, return it with a note.
 * @throws NotFound for another office's version or a move that is not this person's, Conflict when it was decided meanwhile, or when
 * its picture shows somebody or something without a consent that holds
 */
export const moveMaterial = async (
  tx: Tx,
  actor: Actor,
  versionId: number,
  move: VersionMove,
  note?: string,
  today = dayOf(systemClock()),
): Promise<void> => {
  const version = await versionById(tx, versionId)
  const material = version && (await materialById(tx, version.materialId))
  if (material?.officeId !== actor.officeId || !may(actor, versionMoves[move].may)) throw new NotFound()
  if (!canMove(move, version!, actor))
    throw new Conflict(
      version!.authorId === actor.staffId ? 'material.four-eyes' : 'material.changed-meanwhile',
    )
  if (move !== 'return') await mustGoOut(tx, version!, today)
  const { from, to } = versionMoves[move]
  const decided = to === 'submitted' ? {} : { decidedBy: actor.staffId, ...(note && { note }) }
  if (!(await moveVersion(tx, versionId, from, { state: to, ...decided })))
    throw new Conflict('material.changed-meanwhile')
}

/** Nothing is sent off or approved that may not be shown. */
const mustGoOut = async (tx: Tx, version: Version, today: Temporal.PlainDate) => {
  if (await isRecalled(tx, version.id)) throw new Conflict('consent.picture-recalled')
  if (!version.artwork) return
  const consents = await consentsOfVersion(tx, version.id)
  if (!mayGoOut({ pictured: version.pictured, consents }, today)) throw new Conflict('consent.say-first')
}
