import { officesById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { followUpList } from '../follow-ups/queries.ts'
import { blockById } from '../meetings/minutes-queries.ts'
import { invitedOffices, meetingById, partnerOffices } from '../meetings/queries.ts'
import { newestOf } from '../meetings/read-meeting.ts'
import { formIdOf, typedAgain } from '../meetings/routes.tsx'
import { AgreementForm as AgreementFormView } from './agreement-form.tsx'
import { AgreementPage } from './agreement-page.tsx'
import { AgreementsPage } from './agreements-page.tsx'
import { AgreementForm, ChangeForm, SignForm } from './form.ts'
import { agreementIds, versionsOf } from './queries.ts'
import { readAgreement } from './read-agreement.ts'
import { changeAgreement, draftAgreement, signAgreement } from './sign-agreement.ts'

/** Agreements: drafted by one party, changed by any, signed by the leader of each. */
export const agreementRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const wanted = Number(visit.c.req.query('versi'))
    const { agreement, versions, party, followUps } = await house.db.asActor(actor, async tx => {
      const found = await readAgreement(tx, visit)
      return { ...found, followUps: await followUpList(tx, { agreementId: found.agreement.id }) }
    })
    const version = versions.find(({ number }) => number === wanted) ?? versions[0]!
    const newest = version === versions[0]
    const signed = version.signatures.some(({ officeId }) => officeId === actor.officeId)
    const view = (
      <AgreementPage
        version={version}
        others={versions.filter(other => other !== version)}
        meeting={agreement.meetingId ? { id: agreement.meetingId, title: agreement.meeting! } : undefined}
        followUps={followUps}
        today={dayOf(house.clock(), actor.office.timeZone)}
        signFor={party && newest && !signed && may(actor, 'agreement.sign') ? actor.office.name : undefined}
        mayWrite={party && newest && may(actor, 'meeting.write')}
        form={form}
      />
    )
    return visit.page(view, {
      title: version.title,
      crumbs: <a href="/kesepakatan">{language.t('agreement.title')}</a>,
      status,
    })
  }

  const showNew = async (visit: StaffVisit, form: FormState, status = 200) => {
    const { actor, language } = visit
    const offices = await house.db.asActor(actor, async tx => officesById(tx, await partnerOffices(tx)))
    const others = offices.filter(({ id }) => id !== actor.officeId)
    const view = (
      <AgreementFormView form={form} formId={formIdOf(form)} action="/kesepakatan/baru" offices={others} />
    )
    const crumbs = <a href="/kesepakatan">{language.t('agreement.title')}</a>
    return visit.page(view, { title: language.t('agreement.draft'), crumbs, status })
  }

  const showEdit = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { language } = visit
    const { agreement, versions, party } = await house.db.asActor(visit.actor, tx => readAgreement(tx, visit))
    if (!party) throw new NotFound()
    const view = (
      <AgreementFormView
        form={form}
        formId={formIdOf(form)}
        action={`/kesepakatan/${agreement.id}/ubah`}
        version={versions[0]!}
        theirs={status === 409 ? versions[0] : undefined}
      />
    )
    const crumbs = <a href={`/kesepakatan/${agreement.id}`}>{versions[0]!.title}</a>
    return visit.page(view, { title: language.t('agreement.edit-title'), crumbs, status })
  }

  /** From a part of the minutes: its words, and the offices of the meeting as parties. */
  const fromMinutes = (visit: StaffVisit): Promise<FormState> =>
    house.db.asActor(visit.actor, async tx => {
      const meeting = await meetingById(tx, Number(visit.c.req.query('rapat')) || 0)
      if (!meeting) return emptyForm
      const block = await blockById(tx, meeting.id, Number(visit.c.req.query('blok')) || 0)
      const parties = (await invitedOffices(tx, meeting.id)).map(({ id }) => String(id))
      const title = (block?.body ?? '').split('\n', 1).join('').slice(0, 160)
      const values = {
        title,
        body: block?.body ?? '',
        parties,
        meeting: String(meeting.id),
        block: String(block?.id ?? ''),
      }
      return { values, errors: {} }
    })

  return [
    staff('GET', '/kesepakatan', { may: 'meeting.read', audit: 'none' }, async visit => {
      const { t } = visit.language
      const rows = newestOf(await visit.within(async tx => versionsOf(tx, await agreementIds(tx))))
      const mayWrite = may(visit.actor, 'meeting.write')
      const actions = mayWrite && rows.length > 0 && (
        <a class="btn" href="/kesepakatan/baru">
          {t('agreement.draft')}
        </a>
      )
      return visit.page(<AgreementsPage rows={rows} mayWrite={mayWrite} />, {
        title: t('agreement.title'),
        actions,
      })
    }),
    staff('GET', '/kesepakatan/baru', { may: 'meeting.write', audit: 'none' }, async visit =>
      showNew(visit, await fromMinutes(visit)),
    ),
    staff('POST', '/kesepakatan/baru', { may: 'meeting.write', audit: 'agreement.drafted' }, async visit => {
      const { actor, language } = visit
      const body = await readBody(visit.c)
      const given = parseForm(AgreementForm, body, language.t)
      if (!given.ok) return showNew(visit, given.form, 422)
      const { form, meeting: meetingId, block: blockId, ...draft } = given.data
      if (draft.parties.every(id => id === actor.officeId))
        return showNew(visit, refuse(body, { parties: language.t('agreement.one-more') }), 422)
      const make = (tx: Tx) => async () =>
        `/kesepakatan/${await draftAgreement(house, tx, actor, { ...draft, meetingId, blockId })}`
      return goTo(await visit.within(tx => once(tx, actor.staffId, form, make(tx))))
    }),
    staff('GET', '/kesepakatan/:id', { may: 'meeting.read', audit: 'none' }, visit => show(visit)),
    staff('GET', '/kesepakatan/:id/ubah', { may: 'meeting.write', audit: 'none' }, visit => showEdit(visit)),
    staff(
      'POST',
      '/kesepakatan/:id/ubah',
      { may: 'meeting.write', audit: 'agreement.changed' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        const body = await readBody(visit.c)
        const given = parseForm(ChangeForm, body, visit.language.t)
        if (!given.ok) return showEdit(visit, given.form, 422)
        const { seen, ...draft } = given.data
        try {
          await visit.within(tx => changeAgreement(house, tx, visit.actor, id, seen, draft))
        } catch (error) {
          if (!(error instanceof Conflict)) throw error
          return showEdit(visit, typedAgain(body), 409)
        }
        return goTo(`/kesepakatan/${id}`)
      },
    ),
    staff(
      'POST',
      '/kesepakatan/:id/tanda-tangan',
      { may: 'agreement.sign', audit: 'agreement.signed' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        const given = parseForm(SignForm, await readBody(visit.c), visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const { hash, position } = given.data
        await visit.within(tx => signAgreement(house, tx, visit.actor, id, hash, position))
        return goTo(`/kesepakatan/${id}`)
      },
    ),
  ]
}
