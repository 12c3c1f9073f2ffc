import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { audiences } from '../programme/activity.ts'
import { AttendPage } from './attend-page.tsx'
import { sexes } from './entry-fields.tsx'
import { noteAttendance } from './note-attendance.ts'
import { ownSession } from './own-session.ts'
import { strikeAttendance } from './queries.ts'
import { readAttendance } from './read-attendance.ts'

const Entry = z.object({
  form: formId,
  name: text(1, 80),
  origin: optionalText(120),
  sex: z.enum(sexes, 'form.choose'),
  audience: z.enum(audiences, 'form.choose'),
})

/** Attendance at the door. Every entry is a form of its own with its own number, so that phones that send late or twice add up. */
export const attendRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { language } = visit
    const attendance = await readAttendance(house, visit)
    const { activity } = attendance
    const typed = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    return visit.page(<AttendPage {...attendance} form={form} formId={typed} />, {
      title: language.t('session.attend'),
      crumbs: <a href={`/program/${activity.id}`}>{activity.title}</a>,
      status,
    })
  }

  return [
    staff('GET', '/program/:id/hadir', { may: 'programme.write', audit: 'attendance.read' }, visit =>
      show(visit),
    ),
    staff(
      'POST',
      '/program/:id/hadir',
      { may: 'programme.write', audit: 'attendance.noted' },
      async visit => {
        const given = parseForm(Entry, await readBody(visit.c), visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const { form, ...entry } = given.data
        const id = await visit.within(async tx => {
          const activity = await ownSession(tx, visit)
          if (activity.state === 'called-off') throw new Conflict('activity.is-over')
          await noteAttendance(tx, house.secret, activity, visit.actor, { ...entry, formId: form })
          return activity.id
        })
        return goTo(`/program/${id}/hadir`)
      },
    ),
    staff(
      'POST',
      '/program/:id/hadir/coret',
      { may: 'programme.write', audit: 'attendance.struck' },
      async visit => {
        const entry = formId.safeParse((await readBody(visit.c)).entry)
        if (!entry.success) throw new NotFound()
        const id = await visit.within(async tx => {
          const activity = await ownSession(tx, visit)
          await strikeAttendance(tx, activity.id, entry.data)
          return activity.id
        })
        return goTo(`/program/${id}/hadir`)
      },
    ),
  ]
}
