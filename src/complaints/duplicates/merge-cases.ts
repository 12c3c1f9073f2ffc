import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, writeEntry } from '../../staff/index.ts'
import { caseRecord, packed } from '../contents.ts'
import { heldCase } from '../custody/make-offer.ts'
import { lockCase, lockCustody, openOffersOf } from '../custody/queries.ts'
import { moveComplaint } from '../move-complaint.ts'
import { complaintById, insertHappening } from '../queries.ts'
import { judgePair } from './judge-pair.ts'
import { lockPair, resembling } from './pair-queries.ts'

/**
 * Merges a case into another that the same office holds. The merged one keeps its record, its receipt and its place behind the
 * other; it can be taken out again. @throws NotFound, Conflict when one of them has moved on or is on offer
 */
export const mergeCases = async (tx: Tx, actor: Actor, id: string, into: string): Promise<void> => {
  if (id === into) throw new NotFound()
  await lockPair(tx, id, into)
  // Always in the same order, so that two who merge the same pair from both sides do not wait for each other.
  for (const one of [id, into].toSorted()) await lockCustody(tx, one)
  const merged = await heldCase(tx, actor, id)
  const surviving = await heldCase(tx, actor, into)
  if (surviving.state === 'closed' || surviving.state === 'contested')
    throw new Conflict('duplicates.into-closed')
  for (const one of [id, into])
    if ((await openOffersOf(tx, one)).length > 0) throw new Conflict('duplicates.on-offer')
  await rememberSame(tx, actor, id, into)
  const [here, there] = [await complaintById(tx, id), await complaintById(tx, into)]
  await moveComplaint(tx, officerOf(actor), merged.id, 'merge', {
    mergedInto: into,
    detail: { into: there!.number },
  })
  await insertHappening(tx, {
    complaintId: into,
    ...officerOf(actor),
    deed: 'merged-in',
    detail: { number: here!.number },
  })
}

/** Takes a merged case out again; it goes on as a case of its own, with its clocks begun anew. @throws NotFound, Conflict */
export const unmergeCase = async (
  house: House,
  tx: Tx,
  actor: Actor,
  id: string,
  why: string,
): Promise<void> => {
  await lockCustody(tx, id)
  const found = await lockCase(tx, id)
  if (found?.ownerOfficeId !== actor.officeId) throw new NotFound()
  if (found.state !== 'merged') throw new Conflict('complaint.changed-meanwhile')
  const before = (await complaintById(tx, id))!
  const entryId = await writeEntry(tx, house.secret, caseRecord(id), {
    kind: 'note',
    text: packed('note', { text: why }),
    inside: true,
    authorId: actor.staffId,
  })
  await moveComplaint(tx, officerOf(actor), id, 'unmerge', { entryId })
  await insertHappening(tx, {
    complaintId: before.mergedInto!,
    ...officerOf(actor),
    deed: 'merged-out',
    detail: { number: before.number },
  })
}

/** Who merges says that they are one matter. */
const rememberSame = async (tx: Tx, actor: Actor, id: string, into: string) => {
  const pair = (await resembling(tx, id)).find(({ other }) => other === into)
  if (!pair) throw new NotFound()
  if (pair.verdict === 'not-duplicate') throw new Conflict('duplicates.judged-apart')
  if (!pair.verdict) await judgePair(tx, actor, id, into, 'duplicate', null)
}

const officerOf = ({ staffId, officeId }: Actor) => ({ by: 'officer' as const, staffId, officeId })
