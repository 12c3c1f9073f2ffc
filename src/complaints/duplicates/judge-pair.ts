import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { complaintById, insertHappening } from '../queries.ts'
import {
  insertShareRequest,
  keepVerdict,
  lockPair,
  type Resembling,
  resembling,
  type Verdict,
} from './pair-queries.ts'

/**
 * Says of two cases whether they are one matter. It is remembered for both offices, and not asked again.
 * @param was what the judge saw: nothing, or an earlier verdict that is revised
 * @throws NotFound when the pair was not found or this case is not this office's; Conflict when somebody judged it meanwhile
 */
export const judgePair = async (
  tx: Tx,
  actor: Actor,
  id: string,
  other: string,
  verdict: Verdict,
  was: Verdict | null,
): Promise<void> => {
  await openPair(tx, actor, id, other)
  const found = await pairOf(tx, id, other)
  if (!(await keepVerdict(tx, { one: id, other, verdict, was }, actor)))
    throw new Conflict('duplicates.judged-already')
  await note(tx, actor, id, 'duplicate-judged', { other: found.number, verdict })
}

/** Asks whoever holds a resembling case to share it; nothing of it need be seen for that. @throws NotFound, Conflict */
export const askToShare = async (tx: Tx, actor: Actor, id: string, other: string): Promise<void> => {
  await openPair(tx, actor, id, other)
  const found = await pairOf(tx, id, other)
  if (found.ownerOfficeId === actor.officeId || found.visible) throw new Conflict('duplicates.seen-already')
  if (!(await insertShareRequest(tx, { complaintId: other, forComplaintId: id }, actor)))
    throw new Conflict('duplicates.asked-already')
  await note(tx, actor, id, 'share-asked', { other: found.number, to: found.ownerOfficeId })
}

/** Without a lock on the case itself: the other office may be about to write about both from its side. */
const openPair = async (tx: Tx, actor: Actor, id: string, other: string) => {
  await lockPair(tx, id, other)
  const found = await complaintById(tx, id)
  if (found?.ownerOfficeId !== actor.officeId) throw new NotFound()
  if (found.state === 'merged') throw new Conflict('complaint.changed-meanwhile')
}

const pairOf = async (tx: Tx, id: string, other: string): Promise<Resembling> => {
  const found = (await resembling(tx, id)).find(one => one.other === other)
  if (!found) throw new NotFound()
  return found
}

const note = (
  tx: Tx,
  actor: Actor,
  complaintId: string,
  deed: string,
  detail: Record<string, string | number>,
) =>
  insertHappening(tx, {
    complaintId,
    by: 'officer',
    staffId: actor.staffId,
    officeId: actor.officeId,
    deed,
    detail,
  })
