import { record } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../staff/index.ts'
import { canMove, type ReturnReason } from '../duties/duty.ts'
import { moveDuty } from '../duties/move-duty.ts'
import { lockDuty } from '../duties/queries.ts'
import { lastEventOf } from './review-queries.ts'

export type Decision = 'accept' | ReturnReason

export interface Ruling {
  dutyId: number
  /** The last event of the duty when the reviewer looked at it. */
  seen: number
  decision: Decision
}

/**
 * Decides many proofs in one transaction, each with its own row in the audit trail. What has moved since the reviewer looked stays
 * as it is, and is told.
 * @returns the duties that have moved meanwhile
 * @throws NotFound when one of them is not this actor's to decide: then none is decided
 */
export const decideProofs = async (
  tx: Tx,
  actor: Actor,
  rulings: Ruling[],
  note: string,
  t: Translate,
): Promise<number[]> => {
  const moved: number[] = []
  // In one order, so that two reviewers never wait for each other in a ring.
  for (const { dutyId, seen, decision } of rulings.toSorted((a, b) => a.dutyId - b.dutyId)) {
    const move = decision === 'accept' ? 'accept' : 'return'
    const state = await lockDuty(tx, dutyId)
    if (!state || !canMove(move, state) || (await lastEventOf(tx, dutyId)) !== seen) {
      moved.push(dutyId)
      continue
    }
    const reason =
      decision === 'accept' ? null : [t(`proof.reason.${decision}`), note].filter(Boolean).join(': ')
    await moveDuty(tx, actor, dutyId, move, reason)
    await record(tx, decision === 'accept' ? 'proof.accepted' : 'proof.returned', `/tugas/${dutyId}`)
  }
  return moved
}
