import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may, once } from '../../staff/index.ts'
import { ownersOf } from '../plan/queries.ts'
import { canMove, type Duty, type DutyMove, dutyMoves, isStoppedFor } from './duty.ts'
import { dutyById, insertEvent, insertProof, lockDuty, moveDutyRow } from './queries.ts'

/**
 * Makes a move on a duty and writes it into the duty's history.
 * @throws NotFound when the duty, or the move, is not this actor's; Conflict when the duty has moved on meanwhile or was stopped
 */
export const moveDuty = async (
  tx: Tx,
  actor: Actor,
  dutyId: number,
  move: DutyMove,
  note: string | null = null,
): Promise<Duty> => {
  const duty = await dutyById(tx, dutyId)
  if (!duty || !(await isMover(tx, actor, duty, move))) throw new NotFound()
  if (isStoppedFor(move, duty)) throw new Conflict(`duty.stopped-${duty.stoppedWhy!}`)
  const state = await lockDuty(tx, dutyId)
  if (!state || !canMove(move, state)) throw new Conflict('duty.changed-meanwhile')
  const { from, to } = dutyMoves[move]
  await moveDutyRow(tx, dutyId, from, to)
  await insertEvent(tx, {
    dutyId,
    staffId: actor.staffId,
    officeId: actor.officeId,
    move,
    from: state,
    to,
    note,
  })
  return { ...duty, state: to }
}

/** Looking at a duty for the first time opens it: from then on the office is no longer silent. */
export const openDuty = async (tx: Tx, actor: Actor, duty: Duty): Promise<Duty> =>
  duty.state === 'assigned' && duty.officeId === actor.officeId && may(actor, 'duty.publish')
    ? moveDuty(tx, actor, duty.id, 'open')
    : duty

/** Attaches a proof, the address of a post or a kept photograph, and so moves the duty on to review. */
export const attachProof = async (
  tx: Tx,
  actor: Actor,
  dutyId: number,
  proof: ({ url: string } | { fileKey: string }) & { takenAt?: Date },
): Promise<Duty> => {
  const duty = await moveDuty(tx, actor, dutyId, 'attach')
  await insertProof(tx, {
    dutyId,
    url: 'url' in proof ? proof.url : null,
    fileKey: 'fileKey' in proof ? proof.fileKey : null,
    givenBy: actor.staffId,
    takenAt: proof.takenAt ?? null,
  })
  return duty
}

/** The same, once for each form however often it is sent. @returns where to go on */
export const giveOnce = (
  tx: Tx,
  actor: Actor,
  dutyId: number,
  { form, proof }: { form: string; proof: Parameters<typeof attachProof>[3] },
): Promise<string> =>
  once(tx, actor.staffId, form, async () => {
    await attachProof(tx, actor, dutyId, proof)
    return `/tugas/${dutyId}`
  })

const isMover = async (tx: Tx, actor: Actor, duty: Duty, move: DutyMove) => {
  const permission = dutyMoves[move].may
  if (!may(actor, permission)) return false
  return permission === 'duty.publish'
    ? duty.officeId === actor.officeId
    : (await ownersOf(tx, duty.campaignId)).includes(actor.officeId)
}
