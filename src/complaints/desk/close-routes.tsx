import { z } from 'zod'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { optionalText, text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm } from '../../platform/http/forms.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { clocksOf } from '../clocks/queries.ts'
import { complaintById } from '../queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { standingOf } from './case-queries.ts'
import { type caseDeeds, caseId, formIdOf } from './case-room.tsx'
import { closeCase, judgeClosure, openGrounds } from './close.ts'
import { ClosePage, JudgePage } from './close-pages.tsx'
import { readCase } from './read-case.ts'
import { caseNumber } from './words.ts'

const Close = z.object({
  ground: z.string('form.choose').regex(/^[a-z][a-z0-9-]{1,40}$/, 'form.choose'),
  toReporter: optionalText(5000),
})
const Judge = z.object({
  verdict: z.enum(['reopen', 'uphold'], 'form.choose'),
  toReporter: text(10, 5000),
  reason: optionalText(5000),
})

/** The end of a case, and the second look at it. */
export const closeRoutes = (house: House, staff: StaffRoute, deed: ReturnType<typeof caseDeeds>): Route[] => {
  const around = (
    visit: StaffVisit,
    title: string,
    complaint: { number: number; receivedAt: Date },
    status: number,
  ) => ({
    title,
    crumbs: <a href={`/aduan/${caseId(visit.c)}`}>{caseNumber(complaint)}</a>,
    status,
  })

  const showClose = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const id = caseId(visit.c)
    const { complaint, rules, clocks } = await house.db.asActor(actor, async tx => {
      if ((await standingOf(tx, id, actor.officeId)) !== 'own') throw new NotFound()
      return {
        complaint: (await complaintById(tx, id))!,
        clocks: await clocksOf(tx, id),
        ...(await currentWorkflow(tx)),
      }
    })
    const open = openGrounds(rules.grounds, clocks, toDate(house.clock()))
    const later = rules.grounds.filter(ground => ground.id !== 'withdrawn' && !open.includes(ground))
    const view = (
      <ClosePage
        id={id}
        form={form}
        formId={formIdOf(form)}
        open={open}
        later={later}
        clocks={rules.clocks}
      />
    )
    return visit.page(view, around(visit, language.t('close.title'), complaint, status))
  }

  const showJudge = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const id = caseId(visit.c)
    const shown = await readCase(house, visit, id)
    const { complaint, messages, events, rules } = shown
    if (shown.standing !== 'own') throw new NotFound()
    if (shown.closedBy === actor.staffId) throw new Conflict('case.own-closure')
    const textOf = (deed: string) => {
      const entryId = events.findLast(event => event.deed === deed)?.entryId
      return messages.find(message => message.id === entryId)?.text
    }
    const view = (
      <JudgePage
        id={id}
        form={form}
        formId={formIdOf(form)}
        closing={textOf('close')}
        objection={textOf('contest')}
        ground={rules.grounds.find(ground => ground.id === complaint.ground)?.label[language.locale] ?? ''}
        contested={complaint.state === 'contested'}
      />
    )
    return visit.page(view, around(visit, language.t('judge.title'), complaint, status))
  }

  return [
    staff('GET', '/aduan/:id/tutup', { may: 'case.work', audit: 'none' }, visit => showClose(visit)),
    deed({
      path: '/aduan/:id/tutup',
      may: 'case.work',
      audit: 'case.closed',
      again: showClose,
      read: (body, { language }) => parseForm(Close, body, language.t),
      act: async (tx, { actor }, id, { ground, toReporter }) => {
        const { rules } = await currentWorkflow(tx)
        const standard = rules.grounds.find(known => known.id === ground)?.toReporter.id ?? ''
        await closeCase(house, tx, actor, id, ground, toReporter || standard)
      },
    }),
    staff('GET', '/aduan/:id/putusan', { may: 'case.judge', audit: 'case.viewed' }, visit =>
      showJudge(visit),
    ),
    deed({
      path: '/aduan/:id/putusan',
      may: 'case.judge',
      audit: 'case.judged',
      again: showJudge,
      read: (body, { language }) => parseForm(Judge, body, language.t),
      act: (tx, { actor }, id, { verdict, toReporter, reason }) =>
        judgeClosure(house, tx, actor, id, verdict, toReporter, reason),
    }),
  ]
}
