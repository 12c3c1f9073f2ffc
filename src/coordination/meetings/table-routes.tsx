import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { addToAgenda, deleteFromAgenda, lockAgenda } from './agenda-queries.ts'
import { PointForm, PresentForm } from './form.ts'
import type { AgendaItem } from './meeting.ts'
import { deleteAttendance, insertAttendance } from './minutes-queries.ts'
import { invitedOffices } from './queries.ts'
import { showMeeting } from './routes.tsx'
import { fillAgenda, shiftAgenda } from './set-agenda.ts'
import { mustBeWritten } from './write-minutes.ts'

/** What was found elsewhere and offices at a meeting should talk about. */
export type FindingsFor = (tx: Tx, officeIds: number[], language: Language) => Promise<AgendaItem[]>

/** naik 12: up with point 12. */
const Deed = z
  .string()
  .regex(/^(naik|turun|hapus) [1-9]\d{0,8}$/)
  .transform(words => words.split(' ') as ['naik' | 'turun' | 'hapus', string])

const Row = z.object({ id: z.coerce.number().int().positive() })

/** What lies on the table of a meeting: its agenda, and who is there. Any office invited writes on both. */
export const tableRoutes = (house: House, staff: StaffRoute, findingsFor: FindingsFor): Route[] => {
  const write = async (visit: StaffVisit, work: (tx: Tx, meetingId: number) => Promise<unknown>) => {
    const id = idOf(visit.c) ?? 0
    await visit.within(async tx => {
      await mustBeWritten(tx, id)
      await work(tx, id)
    })
    return goTo(`/rapat/${id}`)
  }

  return [
    staff('POST', '/rapat/:id/acara', { may: 'meeting.write', audit: 'agenda.changed' }, async visit => {
      const deed = Deed.safeParse((await readBody(visit.c)).deed)
      if (!deed.success) throw new NotFound()
      const [name, item] = deed.data
      return write(visit, (tx, id) =>
        name === 'hapus'
          ? deleteFromAgenda(tx, id, Number(item))
          : shiftAgenda(tx, id, Number(item), name === 'naik' ? -1 : 1),
      )
    }),
    staff('POST', '/rapat/:id/acara/isi', { may: 'meeting.write', audit: 'agenda.filled' }, visit =>
      write(visit, async (tx, id) => {
        const offices = (await invitedOffices(tx, id)).map(office => office.id)
        await fillAgenda(tx, visit.actor, id, await findingsFor(tx, offices, visit.language), visit.language)
      }),
    ),
    staff('POST', '/rapat/:id/acara/baru', { may: 'meeting.write', audit: 'agenda.added' }, async visit => {
      const given = parseForm(PointForm, await readBody(visit.c), visit.language.t)
      if (!given.ok) return showMeeting(house, visit, given.form, 422)
      const { form, point, pointNote } = given.data
      const { staffId } = visit.actor
      return write(visit, (tx, id) =>
        once(tx, staffId, form, async () => {
          await lockAgenda(tx, id)
          await addToAgenda(tx, id, staffId, [{ title: point, note: pointNote }])
          return `/rapat/${id}`
        }),
      )
    }),
    staff('POST', '/rapat/:id/hadir', { may: 'meeting.write', audit: 'attendance.added' }, async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(PresentForm, body, visit.language.t)
      if (!given.ok) return showMeeting(house, visit, given.form, 422)
      const { person, personOffice, organisation, position } = given.data
      const officeId = Number(personOffice) || null
      const invited = await house.db.asActor(visit.actor, tx => invitedOffices(tx, idOf(visit.c) ?? 0))
      if (officeId && !invited.some(({ id }) => id === officeId)) {
        const form = refuse(body, { personOffice: visit.language.t('form.choose') })
        return showMeeting(house, visit, form, 422)
      }
      const from = officeId ? { officeId, organisation: null } : { officeId: null, organisation }
      return write(visit, (tx, id) =>
        insertAttendance(tx, id, visit.actor.staffId, { name: person, position, ...from }),
      )
    }),
    staff('POST', '/rapat/:id/hadir/saya', { may: 'meeting.write', audit: 'attendance.added' }, visit => {
      const { staffId, name, officeId } = visit.actor
      const me = { name, officeId, organisation: null, position: '' }
      return write(visit, (tx, id) => insertAttendance(tx, id, staffId, me))
    }),
    staff(
      'POST',
      '/rapat/:id/hadir/hapus',
      { may: 'meeting.write', audit: 'attendance.dropped' },
      async visit => {
        const row = Row.safeParse(await readBody(visit.c))
        if (!row.success) throw new NotFound()
        return write(visit, (tx, id) => deleteAttendance(tx, id, row.data.id))
      },
    ),
  ]
}
