import { contactsOf, officesById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { activityById } from '../programme/queries.ts'
import { recordedFacts } from './facts.ts'
import { listSheet, reportSheet, talkSheet } from './paper.ts'

/** The papers of a session. */
export const paperRoutes = (_house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/program/:id/lembar-bicara', { may: 'programme.read', audit: 'none' }, async visit => {
    const bytes = await visit.within(async tx => {
      const activity = await activityById(tx, idOf(visit.c) ?? 0)
      if (!activity) throw new NotFound()
      const ids = activity.owners.map(({ id }) => id)
      const offices = await officesById(tx, ids)
      const contacts = (await contactsOf(tx, ids)).filter(({ verifiedOn }) => verifiedOn !== null)
      return talkSheet(
        activity,
        contacts.map(
          ({ officeId, value }) => `${offices.find(({ id }) => id === officeId)?.name ?? ''}: ${value}`,
        ),
      )
    })
    return pdf(bytes, 'lembar-bicara.pdf')
  }),
  staff('GET', '/program/:id/daftar-hadir', { may: 'programme.read', audit: 'none' }, async visit => {
    const activity = await visit.within(tx => activityById(tx, idOf(visit.c) ?? 0))
    if (!activity) throw new NotFound()
    return pdf(listSheet(activity), 'daftar-hadir.pdf')
  }),
  staff('GET', '/program/:id/laporan/pdf', { may: 'programme.read', audit: 'none' }, async visit => {
    const facts = await visit.within(tx => recordedFacts(tx, idOf(visit.c) ?? 0))
    if (!facts) throw new NotFound()
    return pdf(reportSheet(facts), 'laporan-kegiatan.pdf')
  }),
]

const pdf = (bytes: Uint8Array, name: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
    },
  })
