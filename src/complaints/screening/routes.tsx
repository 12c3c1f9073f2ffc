import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { CaseCrumbs } from '../case-crumbs.tsx'
import { caseForReading, caseIdOf } from '../case-gate.ts'
import { helpNow } from './danger.ts'
import { DangerPage } from './danger-page.tsx'
import { answersOf, beginForm, certaintyForm, type StepInput, signForm, stepForm } from './form.ts'
import { beginScreening, saveCertainty, saveStep, signScreening } from './keep-screening.ts'
import { ScreeningPanel } from './panel.tsx'
import { screeningsOf } from './queries.ts'
import { currentSet, readScreening, type Screening } from './read-screening.ts'
import { ScreeningPage } from './screening-page.tsx'
import { type Sheet, stepsOf } from './sheet.ts'
import { StartPage } from './start-page.tsx'
import { StepPage } from './step-page.tsx'

const read = { may: 'case.read', audit: 'screening.read' } as const
const work = (deed: string) => ({ may: 'case.work', audit: `screening.${deed}` }) as const

/** Screening for trafficking: a draft in a few questions a page, then signed. */
export const screeningRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/aduan/:id/asesmen', read, async visit => {
    const id = caseIdOf(visit)
    const shown = await visit.within(async tx => {
      const complaint = await caseForReading(tx, visit.actor, id)
      return { complaint, screenings: await screeningsOf(tx, id) }
    })
    const mayWrite = may(visit.actor, 'case.work') && shown.complaint.ownerOfficeId === visit.actor.officeId
    return show(visit, 'screening.title', <ScreeningPanel complaintId={id} mayWrite={mayWrite} {...shown} />)
  }),
  staff('GET', '/aduan/:id/asesmen/baru', { may: 'case.work', audit: 'none' }, visit => start(house, visit)),
  staff('POST', '/aduan/:id/asesmen/baru', work('begun'), async visit => {
    const body = await readBody(visit.c)
    const form = parseForm(beginForm, body, visit.language.t)
    if (!form.ok) return start(house, visit, form.form, 422)
    const id = caseIdOf(visit)
    return goTo(
      await visit.within(tx =>
        once(tx, visit.actor.staffId, form.data.form, async () => {
          const begun = await beginScreening(house, tx, visit.actor, id, form.data.age)
          return `/aduan/${id}/asesmen/${begun}/bagian/first`
        }),
      ),
    )
  }),
  staff('GET', '/aduan/:id/asesmen/bahaya', { may: 'case.read', audit: 'none' }, async visit => {
    const id = caseIdOf(visit)
    const help = await visit.within(async tx => {
      await caseForReading(tx, visit.actor, id)
      return helpNow(tx)
    })
    return show(visit, 'screening.danger-now', <DangerPage complaintId={id} help={help} />)
  }),
  staff('GET', '/aduan/:id/asesmen/:screening', read, visit => overview(house, visit)),
  staff(
    'GET',
    '/aduan/:id/asesmen/:screening/bagian/:step',
    { may: 'case.work', audit: 'screening.read' },
    visit => questions(house, visit),
  ),
  staff('POST', '/aduan/:id/asesmen/:screening/bagian/:step', work('saved'), async visit => {
    const body = await readBody(visit.c)
    const screening = await opened(house, visit)
    const { step, next } = stepAt(visit, screening)
    const form = parseForm(stepForm(step), body, visit.language.t)
    if (!form.ok) return questions(house, visit, form.form, { status: 422 })
    const data = form.data as StepInput
    const saved = await visit.withKeys(keys =>
      visit.within(tx =>
        saveStep(house, tx, visit.actor, keys, {
          ...placeOf(visit, data.version),
          step: step.id,
          answers: answersOf(step, data),
          skipped: data.skip === 'yes',
        }),
      ),
    )
    if (!saved.ok) return questions(house, visit, refuse(body, {}), { stored: saved.stored, status: 409 })
    return goTo(next ? `${addressOf(visit)}/bagian/${next.id}` : addressOf(visit))
  }),
  staff('POST', '/aduan/:id/asesmen/:screening/keyakinan', work('saved'), async visit => {
    const body = await readBody(visit.c)
    const form = parseForm(certaintyForm, body, visit.language.t)
    if (!form.ok) return overview(house, visit, form.form, { status: 422 })
    const { version, ...said } = form.data
    const saved = await visit.withKeys(keys =>
      visit.within(tx =>
        saveCertainty(house, tx, visit.actor, keys, { ...placeOf(visit, version), ...said }),
      ),
    )
    if (!saved.ok) return overview(house, visit, refuse(body, {}), { stored: saved.stored, status: 409 })
    return goTo(addressOf(visit))
  }),
  staff('POST', '/aduan/:id/asesmen/:screening/tanda-tangan', work('signed'), async visit => {
    const form = parseForm(signForm, await readBody(visit.c), visit.language.t)
    if (!form.ok) return overview(house, visit, form.form, { status: 422 })
    await visit.withKeys(keys =>
      visit.within(tx => signScreening(house, tx, visit.actor, keys, placeOf(visit, form.data.version))),
    )
    return goTo(addressOf(visit))
  }),
]

const start = async (house: House, visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
  const id = caseIdOf(visit)
  const { set } = await house.db.asActor(visit.actor, async tx => {
    await caseForReading(tx, visit.actor, id)
    return currentSet(tx)
  })
  const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
  const view = <StartPage form={form} formId={formId} complaintId={id} set={set} />
  return show(visit, 'screening.new', view, status)
}

interface Again {
  stored?: Sheet | undefined
  status?: number
}

const overview = async (
  house: House,
  visit: StaffVisit,
  form: FormState = emptyForm,
  { stored, status }: Again = {},
) => {
  const screening = await opened(house, visit)
  const mayWrite = may(visit.actor, 'case.work') && screening.held
  const view = (
    <ScreeningPage
      complaintId={caseIdOf(visit)}
      screening={screening}
      form={form}
      mayWrite={mayWrite}
      stored={stored}
    />
  )
  return show(visit, 'screening.title', view, status)
}

const questions = async (
  house: House,
  visit: StaffVisit,
  form: FormState = emptyForm,
  { stored, status }: Again = {},
) => {
  const screening = await opened(house, visit)
  const { step, at, of } = stepAt(visit, screening)
  if (screening.row.signedAt) throw new Conflict('screening.signed-already')
  const view = (
    <StepPage
      complaintId={caseIdOf(visit)}
      screeningId={screening.row.id}
      version={screening.row.version}
      sheet={screening.sheet}
      dimension={screening.set.dimensions.find(({ id }) => id === step.dimension)!}
      step={step}
      place={{ at, of }}
      form={form}
      stored={stored}
    />
  )
  return show(visit, 'screening.title', view, status)
}

/** The screening of the address, and whether the case is this office's. Looking is recorded; a deed is, by itself. */
const opened = (house: House, visit: StaffVisit): Promise<Screening & { held: boolean }> => {
  const look: StaffVisit['within'] = work =>
    visit.c.req.method === 'GET' ? visit.within(work) : house.db.asActor(visit.actor, work)
  return visit.withKeys(keys =>
    look(async tx => {
      const id = caseIdOf(visit)
      const { ownerOfficeId } = await caseForReading(tx, visit.actor, id)
      const screening = await readScreening(tx, keys, id, screeningIdOf(visit))
      return { ...screening, held: ownerOfficeId === visit.actor.officeId }
    }),
  )
}

/** @throws NotFound for a page that the set of this screening does not have */
const stepAt = ({ c }: StaffVisit, { set }: Screening) => {
  const steps = stepsOf(set)
  const wanted = c.req.param('step')
  const at = wanted === 'first' ? 0 : steps.findIndex(({ id }) => id === wanted)
  const step = steps[at]
  if (!step) throw new NotFound()
  return { step, next: steps[at + 1], at: at + 1, of: steps.length }
}

const screeningIdOf = ({ c }: StaffVisit): number => {
  const id = idOf(c, 'screening')
  if (id === undefined) throw new NotFound()
  return id
}

const placeOf = (visit: StaffVisit, version: number) => ({
  complaintId: caseIdOf(visit),
  id: screeningIdOf(visit),
  version,
})

const addressOf = (visit: StaffVisit) => `/aduan/${caseIdOf(visit)}/asesmen/${screeningIdOf(visit)}`

const show = (
  visit: StaffVisit,
  title: 'screening.title' | 'screening.new' | 'screening.danger-now',
  view: Parameters<StaffVisit['page']>[0],
  status = 200,
) =>
  visit.page(view, {
    title: visit.language.t(title),
    crumbs: <CaseCrumbs complaintId={caseIdOf(visit)} place="asesmen" />,
    status,
  })
