import { z } from 'zod'
import { record } from '../../platform/audit/audit.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { optionalText, text } from '../../platform/http/fields.ts'
import { type FormState, parseForm, readBody, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { count } from '../programme/form.ts'
import { mayChange } from '../programme/plan-activity.ts'
import { type Facts, recordedFacts } from './facts.ts'
import { keepReport } from './keep-report.ts'
import { reportOf } from './queries.ts'
import { ReportPage } from './report-page.tsx'

const Report = z.object({
  version: z.coerce.number().int().min(0).catch(0),
  reached: count(10_000_000),
  covered: text(10, 4000),
  questions: optionalText(4000).transform(lines =>
    lines
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  ),
})

/** What became of a session, in words. */
export const reportRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form?: FormState, status = 200) => {
    const { actor, language } = visit
    const [facts, report] = await house.db.asActor(actor, async tx => {
      const facts = await recordedFacts(tx, idOf(visit.c) ?? 0)
      return [facts, facts && (await reportOf(tx, facts.activity.id))] as const
    })
    if (!facts) throw new NotFound()
    const view = (
      <ReportPage
        facts={facts}
        form={form ?? filled(facts)}
        version={report?.version ?? 0}
        mayChange={mayChange(actor, facts.activity) && facts.activity.state !== 'called-off'}
        theirs={status === 409 ? report : undefined}
      />
    )
    return visit.page(view, {
      title: language.t('session.report'),
      crumbs: <a href={`/program/${facts.activity.id}`}>{facts.activity.title}</a>,
      status,
    })
  }

  return [
    staff('GET', '/program/:id/laporan', { may: 'programme.read', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/program/:id/laporan',
      { may: 'programme.write', audit: 'report.written' },
      async visit => {
        const body = await readBody(visit.c)
        const given = parseForm(Report, body, visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const id = idOf(visit.c) ?? 0
        const kept = await house.db.asActor(visit.actor, async tx => {
          const done = await keepReport(tx, visit.actor, id, given.data)
          // Only what was saved is a deed.
          if (done) await record(tx, 'report.written', visit.c.req.path)
          return done
        })
        if (!kept) return show(visit, { values: typed(body), errors: {} }, 409)
        return goTo(`/program/${id}/laporan`)
      },
    ),
  ]
}

const filled = ({ activity, report }: Facts): FormState => ({
  values: {
    reached: activity.reached === null ? '' : String(activity.reached),
    covered: report?.covered ?? '',
    questions: report?.questions.join('\n') ?? '',
  },
  errors: {},
})
