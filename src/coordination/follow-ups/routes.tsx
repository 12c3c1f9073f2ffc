import { officesById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { versionsOf } from '../agreements/queries.ts'
import { meetingById, partnerOffices, partnerPeople } from '../meetings/queries.ts'
import { formIdOf } from '../meetings/routes.tsx'
import { askFollowUp, nameFollowUpPerson } from './ask-follow-up.ts'
import { canMoveFollowUp, type FollowUp, followUpMoveNames } from './follow-up.ts'
import { FollowUpForm as FollowUpFormView } from './follow-up-form.tsx'
import { FollowUpPage } from './follow-up-page.tsx'
import { FollowUpsPage, type View, views } from './follow-ups-page.tsx'
import { FollowUpForm, prefilled, readGiven } from './form.ts'
import { moveFollowUp } from './move-follow-up.ts'
import { evidenceOf, followUpById, followUpEvents, followUpList } from './queries.ts'
import { openReminders } from './reminder-queries.ts'

/** Follow-ups: asked of an office, done with evidence, confirmed by whoever asked. */
export const followUpRoutes = (house: House, staff: StaffRoute): Route[] => {
  const todayOf = ({ actor }: StaffVisit) => dayOf(house.clock(), actor.office.timeZone)

  const showNew = async (visit: StaffVisit, form: FormState, status = 200) => {
    const { language, actor } = visit
    const given = await house.db.asActor(actor, async tx => ({
      offices: await officesById(tx, await partnerOffices(tx)),
      people: await partnerPeople(tx),
    }))
    const view = <FollowUpFormView form={form} formId={formIdOf(form)} {...given} />
    const crumbs = <a href="/tindak-lanjut">{language.t('follow-up.title')}</a>
    return visit.page(view, { title: language.t('follow-up.ask'), crumbs, status })
  }

  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => {
      const followUp = await followUpById(tx, idOf(visit.c) ?? 0)
      if (!followUp) throw new NotFound()
      const people = (await partnerPeople(tx)).filter(({ officeId }) => officeId === actor.officeId)
      return {
        followUp,
        people,
        source: await sourceOf(tx, followUp),
        evidence: await evidenceOf(tx, followUp.id),
        events: await followUpEvents(tx, followUp.id),
      }
    })
    const { followUp } = shown
    const writes = may(actor, 'meeting.write')
    const names = mayNames(followUp, visit)
    const view = (
      <FollowUpPage
        {...shown}
        people={names ? shown.people : undefined}
        moves={followUpMoveNames.filter(move => writes && canMoveFollowUp(move, followUp, actor))}
        waitsForOther={
          followUp.state === 'done' &&
          followUp.askedOfficeId === actor.officeId &&
          followUp.reportedBy === actor.staffId
        }
        today={todayOf(visit)}
        form={form}
      />
    )
    const crumbs = <a href="/tindak-lanjut">{language.t('follow-up.title')}</a>
    return visit.page(view, { title: followUp.title, crumbs, status })
  }

  return [
    staff('GET', '/tindak-lanjut', { may: 'meeting.read', audit: 'none' }, async visit => {
      const { t } = visit.language
      const view = views.find(name => name === visit.c.req.query('daftar')) ?? 'ours'
      const { rows, reminders } = await visit.within(async tx => ({
        rows: await listOf(tx, view, visit.actor.officeId),
        reminders: await openReminders(tx, visit.actor.staffId),
      }))
      const page = <FollowUpsPage rows={rows} view={view} today={todayOf(visit)} reminders={reminders} />
      const actions = may(visit.actor, 'meeting.write') && (
        <a class="btn" href="/tindak-lanjut/baru">
          {t('follow-up.ask')}
        </a>
      )
      return visit.page(page, { title: t('follow-up.title'), actions })
    }),
    staff('GET', '/tindak-lanjut/baru', { may: 'meeting.write', audit: 'none' }, visit =>
      showNew(visit, prefilled(visit.c.req.query())),
    ),
    staff('POST', '/tindak-lanjut/baru', { may: 'meeting.write', audit: 'follow-up.asked' }, async visit => {
      const { actor, language } = visit
      const body = await readBody(visit.c)
      const given = parseForm(FollowUpForm, body, language.t)
      if (!given.ok) return showNew(visit, given.form, 422)
      const { form, office, person, meeting, block, agreement, dueOn, ...words } = given.data
      const { people, offices } = await house.db.asActor(actor, async tx => ({
        people: await partnerPeople(tx),
        offices: await partnerOffices(tx),
      }))
      if (!offices.includes(office))
        return showNew(visit, refuse(body, { office: language.t('form.choose') }), 422)
      if (person && !people.some(({ id, officeId }) => id === person && officeId === office))
        return showNew(visit, refuse(body, { person: language.t('follow-up.person-of') }), 422)
      const asked = {
        ...words,
        officeId: office,
        personId: person,
        meetingId: meeting,
        blockId: block,
        agreementId: agreement,
        dueOn: String(dueOn),
      }
      const ask = (tx: Tx) => async () => `/tindak-lanjut/${await askFollowUp(house, tx, actor, asked)}`
      return goTo(await visit.within(tx => once(tx, actor.staffId, form, ask(tx))))
    }),
    staff('GET', '/tindak-lanjut/:id', { may: 'meeting.read', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/tindak-lanjut/:id/orang',
      { may: 'meeting.write', audit: 'follow-up.named' },
      async visit => {
        const { person } = await readBody(visit.c)
        const id = idOf(visit.c) ?? 0
        const personId = typeof person === 'string' && person !== '' ? person : null
        await visit.within(tx => nameFollowUpPerson(tx, visit.actor, id, personId))
        return goTo(`/tindak-lanjut/${id}`)
      },
    ),
    staff(
      'POST',
      '/tindak-lanjut/:id/langkah/:move',
      { may: 'meeting.write', audit: 'follow-up.moved' },
      async visit => {
        const move = followUpMoveNames.find(name => name === visit.c.req.param('move'))
        if (!move) throw new NotFound()
        const given = await readGiven(house, await readBody(visit.c), move, visit.language)
        if (!given.ok) return show(visit, given.form, 422)
        const id = idOf(visit.c) ?? 0
        await visit.within(tx => moveFollowUp(house, tx, visit.actor, id, move, given.given))
        return goTo(`/tindak-lanjut/${id}`)
      },
    ),
  ]
}

const mayNames = (followUp: FollowUp, { actor }: StaffVisit) =>
  followUp.state === 'open' && followUp.officeId === actor.officeId && may(actor, 'meeting.write')

const sourceOf = async (tx: Tx, { meetingId, agreementId }: FollowUp) => {
  const meeting = meetingId ? await meetingById(tx, meetingId) : undefined
  if (meeting) return { href: `/rapat/${meeting.id}`, title: meeting.title }
  const [agreement] = agreementId ? await versionsOf(tx, [agreementId]) : []
  return agreement && { href: `/kesepakatan/${agreement.agreementId}`, title: agreement.title }
}

const listOf = async (tx: Tx, view: View, officeId: number) => {
  if (view === 'closed') return followUpList(tx, { states: ['confirmed', 'cancelled'] })
  const open = await followUpList(tx, { states: ['open', 'done'] })
  if (view === 'all') return open
  return open.filter(row => (view === 'ours' ? row.officeId : row.askedOfficeId) === officeId)
}
