import { z } from 'zod'
import { officesById } from '../../offices/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  refuse,
} from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { MeetingForm } from './form.ts'
import { isBeingWritten, meetingMoveNames, meetingMoves } from './meeting.ts'
import { MeetingForm as MeetingFormView } from './meeting-form.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { MeetingsPage } from './meetings-page.tsx'
import { changeMeeting, moveMeeting, planMeeting } from './plan-meeting.ts'
import { invitedOffices, meetingList, partnerOffices } from './queries.ts'
import { readMeeting, wantedMeeting } from './read-meeting.ts'

const Note = z.object({ note: text(5, 500) })

/** Meetings: planned, changed, opened, closed by the office that plans them; read by those invited. */
export const meetingRoutes = (house: House, staff: StaffRoute): Route[] => {
  const others = async (tx: Tx, visit: StaffVisit) =>
    officesById(
      tx,
      (await partnerOffices(tx)).filter(id => id !== visit.actor.officeId),
    )

  const showNew = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const offices = await house.db.asActor(actor, tx => others(tx, visit))
    const given = { form, formId: formIdOf(form), offices, zone: actor.office.timeZone }
    const crumbs = <a href="/rapat">{language.t('meeting.title')}</a>
    return visit.page(<MeetingFormView action="/rapat/baru" {...given} />, {
      title: language.t('meeting.plan'),
      crumbs,
      status,
    })
  }

  const showEdit = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const { meeting, offices } = await house.db.asActor(actor, async tx => {
      const found = await wantedMeeting(tx, visit)
      if (found.officeId !== actor.officeId || !isBeingWritten(found.state)) throw new NotFound()
      const invited = (await invitedOffices(tx, found.id)).map(({ id }) => id)
      return { meeting: { ...found, invited }, offices: await others(tx, visit) }
    })
    const given = {
      form,
      formId: formIdOf(form),
      offices,
      zone: meeting.zone,
      meeting,
      changed: status === 409,
    }
    return visit.page(<MeetingFormView action={`/rapat/${meeting.id}/ubah`} {...given} />, {
      title: language.t('meeting.change'),
      crumbs: <a href={`/rapat/${meeting.id}`}>{meeting.title}</a>,
      status,
    })
  }

  return [
    staff('GET', '/rapat', { may: 'meeting.read', audit: 'none' }, async visit => {
      const { t } = visit.language
      const now = house.clock()
      const meetings = await visit.within(tx => meetingList(tx, toDate(now)))
      const mayWrite = may(visit.actor, 'meeting.write')
      const actions = mayWrite && meetings.length > 0 && (
        <a class="btn" href="/rapat/baru">
          {t('meeting.plan')}
        </a>
      )
      return visit.page(<MeetingsPage meetings={meetings} now={now} mayWrite={mayWrite} />, {
        title: t('meeting.title'),
        actions,
      })
    }),
    staff('GET', '/rapat/baru', { may: 'meeting.write', audit: 'none' }, visit => showNew(visit)),
    staff('POST', '/rapat/baru', { may: 'meeting.write', audit: 'meeting.planned' }, async visit => {
      const { actor } = visit
      const given = parseForm(MeetingForm, await readBody(visit.c), visit.language.t)
      if (!given.ok) return showNew(visit, given.form, 422)
      const { form, ...plan } = given.data
      return goTo(
        await visit.within(tx =>
          once(tx, actor.staffId, form, async () => `/rapat/${await planMeeting(tx, actor, plan)}`),
        ),
      )
    }),
    staff('GET', '/rapat/:id', { may: 'meeting.read', audit: 'none' }, visit => showMeeting(house, visit)),
    staff('GET', '/rapat/:id/ubah', { may: 'meeting.write', audit: 'none' }, visit => showEdit(visit)),
    staff('POST', '/rapat/:id/ubah', { may: 'meeting.write', audit: 'meeting.changed' }, async visit => {
      const { actor } = visit
      const id = idOf(visit.c) ?? 0
      const body = await readBody(visit.c)
      const given = parseForm(MeetingForm, body, visit.language.t)
      if (!given.ok) return showEdit(visit, given.form, 422)
      const { form, seen, ...plan } = given.data
      const change = (tx: Tx) => async () => {
        await changeMeeting(tx, actor, id, seen, plan)
        return `/rapat/${id}`
      }
      try {
        return goTo(await visit.within(tx => once(tx, actor.staffId, form, change(tx))))
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return showEdit(visit, typedAgain(body), 409)
      }
    }),
    staff(
      'POST',
      '/rapat/:id/langkah/:move',
      { may: 'meeting.write', audit: 'meeting.moved' },
      async visit => {
        const move = meetingMoveNames.find(name => name === visit.c.req.param('move'))
        if (!move) throw new NotFound()
        const body = await readBody(visit.c)
        const given =
          meetingMoves[move].note === 'required' ? parseForm(Note, body, visit.language.t) : undefined
        if (given && !given.ok) return showMeeting(house, visit, given.form, 422)
        const id = idOf(visit.c) ?? 0
        await visit.within(tx => moveMeeting(house, tx, visit.actor, id, move, given?.data.note))
        return goTo(`/rapat/${id}`)
      },
    ),
  ]
}

/** The page of a meeting; a form of it that comes back refused stands on it as it was typed. */
export const showMeeting = async (
  house: House,
  visit: StaffVisit,
  form: FormState = emptyForm,
  status = 200,
): Promise<Response> => {
  const { actor, language } = visit
  const shown = await house.db.asActor(actor, tx => readMeeting(tx, visit))
  const { meeting } = shown
  const mayWrite = may(actor, 'meeting.write')
  const own = mayWrite && meeting.officeId === actor.officeId && isBeingWritten(meeting.state)
  const today = dayOf(house.clock(), actor.office.timeZone)
  const view = (
    <MeetingPage {...shown} mayWrite={mayWrite} today={today} form={form} formId={formIdOf(form)} />
  )
  return visit.page(view, {
    title: meeting.title,
    crumbs: <a href="/rapat">{language.t('meeting.title')}</a>,
    actions: own && (
      <a class="btn plain" href={`/rapat/${meeting.id}/ubah`}>
        {language.t('meeting.change')}
      </a>
    ),
    status,
  })
}

export const formIdOf = (form: FormState) =>
  typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()

/** What was typed on what is there by now: whoever sends it again has seen the newer one. */
export const typedAgain = (body: Body): FormState => {
  const { seen: _, form: __, ...values } = refuse(body, {}).values
  return { values, errors: {} }
}
