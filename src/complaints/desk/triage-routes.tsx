import { officeById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { type Body, type FormState, parseForm, readBody, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { complaintById } from '../queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { regencyOf, suggestedOffice } from '../report/suggest-office.ts'
import { standingOf } from './case-queries.ts'
import { caseId, formIdOf } from './case-room.tsx'
import { ClashPage } from './clash-page.tsx'
import { saveFindings, type Triage, triageFields, triageOf } from './triage.ts'
import { asForm, baseOf, Findings, sortedFindings } from './triage-form.ts'
import { TriagePage } from './triage-page.tsx'
import { placeOf, placesNamed } from './triage-queries.ts'
import { caseNumber } from './words.ts'

/** What an officer finds out about a case. */
export const triageRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form?: FormState, status = 200, base?: Triage) => {
    const { actor, language } = visit
    const id = caseId(visit.c)
    const shown = await house.db.asActor(actor, async tx => {
      if ((await standingOf(tx, id, actor.officeId)) !== 'own') throw new NotFound()
      const complaint = (await complaintById(tx, id))!
      const { suggested, why } = await suggestedOffice(tx, complaint, language.locale)
      const code = String(form?.values.originCode ?? complaint.originCode ?? '')
      const search = typeof form?.values.search === 'string' ? form.values.search.trim() : ''
      return {
        complaint,
        place: code ? (await placeOf(tx, code)).map(({ name }) => name).join(', ') : '',
        found: search ? await placesNamed(tx, search, regencyOf(code) ?? '') : [],
        problems: (await currentWorkflow(tx)).rules.problems,
        routed: { office: (await officeById(tx, suggested))?.name ?? '', why },
      }
    })
    const stands = triageOf(shown.complaint)
    const filled = form ?? asForm(stands)
    const view = (
      <TriagePage {...shown} id={id} form={filled} formId={formIdOf(filled)} base={base ?? stands} />
    )
    return visit.page(view, {
      title: language.t('triage.title'),
      crumbs: <a href={`/aduan/${id}`}>{caseNumber(shown.complaint)}</a>,
      status,
    })
  }

  const save = async (visit: StaffVisit, id: string, base: Triage, next: Triage) => {
    const [clash, problems] = await visit.within(async tx => [
      await saveFindings(tx, visit.actor, id, base, sortedFindings(next)),
      (await currentWorkflow(tx)).rules.problems,
    ])
    if (!clash) return goTo(`/aduan/${id}`)
    return visit.page(<ClashPage id={id} clash={clash} problems={problems} />, {
      title: visit.language.t('clash.title'),
      crumbs: <a href={`/aduan/${id}`}>{visit.language.t('case.back')}</a>,
      status: 409,
    })
  }

  return [
    staff('GET', '/aduan/:id/triase', { may: 'case.work', audit: 'none' }, visit => show(visit)),
    staff('POST', '/aduan/:id/triase', { may: 'case.work', audit: 'case.triaged' }, async visit => {
      const { c, language } = visit
      const id = caseId(c)
      const body = await readBody(c)
      const base = baseOf(body.base)
      const mine = baseOf(body.mine)
      if (base && mine) return save(visit, id, base, chosen(body, mine, base))
      const named = foundCode(body) ? { ...body, originCode: foundCode(body) } : body
      if (body.look === 'yes') return show(visit, { values: typed(named), errors: {} }, 200, base)
      const given = parseForm(Findings, named, language.t)
      if (!given.ok || !base) return show(visit, given.ok ? undefined : given.form, 422, base)
      const known = await house.db.asActor(visit.actor, tx => placeOf(tx, given.data.originCode))
      if (given.data.originCode && known[0]?.code !== given.data.originCode) {
        const errors = { originCode: language.t('triage.origin-unknown') }
        return show(visit, { values: typed(named), errors }, 422, base)
      }
      return save(visit, id, base, given.data)
    }),
  ]
}

const foundCode = (body: Body) => (typeof body.foundCode === 'string' ? body.foundCode : '')

/** What the second of two chose, field by field; where nothing was to choose, what both may keep. */
const chosen = (body: Body, mine: Triage, theirs: Triage): Triage =>
  Object.fromEntries(
    triageFields.map(field => [field, body[`choose-${field}`] === 'theirs' ? theirs[field] : mine[field]]),
  ) as unknown as Triage
