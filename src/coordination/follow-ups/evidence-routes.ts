import { z } from 'zod'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { thumbnail } from '../../platform/images/intake.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { evidenceById } from './queries.ts'
import { putAwayReminders } from './reminder-queries.ts'

const PutAway = z.object({ upTo: z.coerce.number().int().positive() })

/** Reminders put away, and pictures given as evidence. */
export const evidenceRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('POST', '/tindak-lanjut/pengingat', { may: 'meeting.read', audit: 'reminder.seen' }, async visit => {
    const given = PutAway.safeParse(await readBody(visit.c))
    if (!given.success) throw new NotFound()
    const at = toDate(house.clock())
    await visit.within(tx => putAwayReminders(tx, visit.actor.staffId, given.data.upTo, at))
    return goTo('/tindak-lanjut')
  }),
  staff('GET', '/tindak-lanjut/bukti/:id', { may: 'meeting.read', audit: 'evidence.viewed' }, async visit => {
    const bytes = await visit.within(async tx => {
      const found = await evidenceById(tx, idOf(visit.c) ?? 0)
      const kept = found?.fileKey ? await house.files.get(found.fileKey) : undefined
      if (!kept) throw new NotFound()
      return kept
    })
    const small = visit.c.req.query('kecil') !== undefined
    return new Response(new Uint8Array(small ? await thumbnail(bytes, 640) : bytes), {
      headers: {
        'content-type': small ? 'image/webp' : 'image/jpeg',
        'cache-control': 'private, max-age=300',
      },
    })
  }),
]
