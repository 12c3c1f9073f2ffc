import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Busy, NotFound, TooLarge } from '../../platform/http/failures.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { checkSoon } from './jobs.ts'
import { takeKeptProof } from './take-kept-proof.ts'
import { arrivedOf, largestPiece, largestUpload, takePiece, wholeOf } from './take-pieces.ts'
import { lockUpload } from './upload-queries.ts'

const Place = z.object({
  dari: z.coerce.number().int().min(0).max(largestUpload),
  dariSemua: z.coerce.number().int().min(1).max(largestUpload),
})

/** Pictures opened at once: each takes some times its own size. */
const mostOpened = 2
let opened = 0

/**
 * Something large over a line that breaks: the sender asks how much is there, sends the next piece, and at the end says what the whole
 * should be. Every answer is a number or a few words; any of it may be asked or sent again.
 */
export const uploadRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/tugas/luring/kiriman/:upload', { may: 'duty.publish', audit: 'none' }, async visit =>
    said(String(await visit.within(tx => arrivedOf(tx, uploadOf(visit))))),
  ),
  staff(
    'POST',
    '/tugas/luring/kiriman/:upload',
    { may: 'duty.publish', audit: 'proof.sending' },
    async visit => {
      const place = Place.safeParse(visit.c.req.query())
      if (!place.success) throw new NotFound()
      const { dari: from, dariSemua: total } = place.data
      const bytes = Buffer.from(await visit.c.req.arrayBuffer())
      if (bytes.length > largestPiece) throw new TooLarge()
      const take = (tx: Tx) => takePiece(tx, visit.actor, { upload: uploadOf(visit), from, total }, bytes)
      // The first piece is the deed; those after it would only fill the trail.
      return said(String(await (from === 0 ? visit.within(take) : house.db.asActor(visit.actor, take))))
    },
  ),
  staff(
    'POST',
    '/tugas/luring/kiriman/:upload/selesai',
    { may: 'duty.publish', audit: 'proof.arrived' },
    async visit => {
      if (opened >= mostOpened) throw new Busy(5)
      opened++
      try {
        return await finish(house, visit)
      } finally {
        opened--
      }
    },
  ),
]

const finish = async (house: House, visit: StaffVisit) => {
  const upload = uploadOf(visit)
  const sha256 = (await visit.c.req.text()).slice(0, 64)
  // Not within the visit: what is only looked at leaves no trace of a deed.
  const found = await house.db.asActor(visit.actor, async tx => {
    const before = (await lockUpload(tx, upload))?.answer
    return before != null ? { before } : { whole: await wholeOf(tx, upload, sha256) }
  })
  if (found.before !== undefined) return said(found.before)
  if (!found.whole) return said('', 409)
  const taken = await takeKeptProof(house, visit, upload, found.whole)
  if (!taken.ok) return said(taken.why, 422)
  await checkSoon(house)
  return said(taken.answer)
}

const uploadOf = ({ c }: StaffVisit): string => {
  const upload = z.uuid().safeParse(c.req.param('upload'))
  if (!upload.success) throw new NotFound()
  return upload.data
}

const said = (text: string, status = 200) =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
