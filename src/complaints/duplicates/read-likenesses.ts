import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { complaintById } from '../queries.ts'
import {
  isCompared,
  mergedInto,
  ownShareRequests,
  resembling,
  sameRecruiter,
  shareRequestsTo,
} from './pair-queries.ts'

export type Likenesses = Awaited<ReturnType<typeof readLikenesses>>

/** All that the page of a case tells of others that resemble it. */
export const readLikenesses = async (tx: Tx, id: string, officeId: number) => {
  const pairs = await resembling(tx, id)
  const asked = await ownShareRequests(tx, id)
  const complaint = await complaintById(tx, id)
  const surviving = complaint?.mergedInto ? await complaintById(tx, complaint.mergedInto) : undefined
  return {
    isCompared: await isCompared(tx, id),
    pairs: pairs.map(pair => ({
      ...pair,
      asked: asked.findLast(({ other }) => other === pair.other)?.state as
        | 'open'
        | 'shared'
        | 'declined'
        | undefined,
    })),
    recruiter: await sameRecruiter(tx, id),
    merged: (await mergedInto(tx, id)).map(withYear),
    requests: await shareRequestsTo(tx, officeId, id),
    into: surviving && withYear(surviving),
  }
}

const withYear = ({ id, number, receivedAt }: { id: string; number: number; receivedAt: Date }) => ({
  id,
  number,
  year: dayOf(receivedAt).year,
})
