import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { optionalText, text } from '../../platform/http/fields.ts'
import { type Body, parseForm, refuse } from '../../platform/http/forms.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import { looksLikeReceipt } from '../../platform/vault/index.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { awaited } from '../complaint.ts'
import { complaintById } from '../queries.ts'
import { longestStory } from '../report/form.ts'
import { readFiles } from '../report/read-files.ts'
import { type caseDeeds, caseId, type ShowCase } from './case-room.tsx'
import {
  acceptHandling,
  askReporter,
  assignCase,
  disputeRoute,
  resumeHandling,
  turnClock,
  writeNote,
  writeToReporter,
} from './deeds.ts'
import { completeStep, recordStep } from './step.ts'

const plain = (max: number) =>
  optionalText(max).refine(value => !looksLikeReceipt(value), 'report.no-receipt-here')
const Message = z.object({
  message: plain(longestStory),
  awaits: z.union([z.literal(''), z.enum(awaited)]).default(''),
})
const Note = z.object({ note: text(2, longestStory) })
const Assignee = z.object({ assignee: z.string().min(1).max(80) })
const dayOrNone = z.union([z.literal(''), z.iso.date('form.day')]).default('')
const Step = z
  .object({
    step: z.string('form.choose').regex(/^[a-z][a-z0-9-]{1,40}$/, 'form.choose'),
    plannedOn: dayOrNone,
    doneOn: dayOrNone,
    stepNote: plain(longestStory),
  })
  .superRefine(({ plannedOn, doneOn }, context) => {
    if (!plannedOn && !doneOn)
      context.addIssue({ code: 'custom', path: ['plannedOn'], message: 'step.day-missing' })
  })
const Turn = z.object({
  turn: z.enum(['field-check', 'unreachable', 'told-unresolvable', 'clock-met']),
  clock: z.string().max(41).optional(),
  part: z.coerce.number().int().min(0).default(0),
})

/** A case, and the smaller deeds on it. */
export const caseRoutes = (
  house: House,
  staff: StaffRoute,
  deed: ReturnType<typeof caseDeeds>,
  show: ShowCase,
): Route[] => {
  const work = { may: 'case.work' } as const

  return [
    staff('GET', '/aduan/:id', { may: 'case.read', audit: 'case.viewed' }, visit => show(visit)),
    deed({
      path: '/aduan/:id/terima',
      ...work,
      audit: 'case.accepted',
      act: (tx, { actor }, id) => acceptHandling(tx, actor, id),
    }),
    deed({
      path: '/aduan/:id/lanjut',
      ...work,
      audit: 'case.resumed',
      act: (tx, { actor }, id) => resumeHandling(tx, actor, id),
    }),
    deed({
      path: '/aduan/:id/penanggung',
      ...work,
      audit: 'case.assigned',
      read: (body, { language }) => parseForm(Assignee, body, language.t),
      act: (tx, { actor }, id, { assignee }) => assignCase(tx, actor, id, assignee),
    }),
    deed({
      path: '/aduan/:id/pesan',
      ...work,
      audit: 'case.messaged',
      read: (body, visit) => readMessage(house, body, visit),
      act: (tx, { actor }, id, { message, awaits, files }) =>
        awaits
          ? askReporter(house, tx, actor, id, message, awaits, files)
          : writeToReporter(house, tx, actor, id, message, files),
    }),
    deed({
      path: '/aduan/:id/catatan',
      ...work,
      audit: 'case.noted',
      read: (body, { language }) => parseForm(Note, body, language.t),
      act: (tx, { actor }, id, given) => writeNote(house, tx, actor, id, given.note),
    }),
    deed({
      path: '/aduan/:id/rute-keliru',
      ...work,
      audit: 'case.route-disputed',
      act: async (tx, { actor }, id) => {
        const found = await complaintById(tx, id)
        if (!found) throw new NotFound()
        await disputeRoute(tx, actor, id, found.routedBy)
      },
    }),
    deed({
      path: '/aduan/:id/langkah',
      ...work,
      audit: 'case.step-recorded',
      read: (body, { language }) => parseForm(Step, body, language.t),
      act: (tx, { actor }, id, { step, plannedOn, doneOn, stepNote }) =>
        recordStep(house, tx, actor, id, {
          step,
          plannedOn: plannedOn || null,
          doneOn: doneOn || null,
          text: stepNote,
        }),
    }),
    deed({
      path: '/aduan/:id/langkah/:step',
      ...work,
      audit: 'case.step-done',
      act: (tx, { actor, c }, id) =>
        completeStep(
          tx,
          actor,
          id,
          idOf(c, 'step') ?? 0,
          String(dayOf(house.clock(), actor.office.timeZone)),
        ),
    }),
    deed({
      path: '/aduan/:id/tenggat',
      ...work,
      audit: 'case.clock-turned',
      read: (body, { language }) => parseForm(Turn, body, language.t),
      act: (tx, { actor }, id, { turn, clock, part }) =>
        turnClock(tx, actor, id, turn, turn === 'clock-met' && clock ? { clock, part } : {}),
    }),
  ]
}

/** The words and the files of a message; the files are sealed and on the disk before anything is written of them. */
const readMessage = async (house: House, body: Body, { c, language }: StaffVisit) => {
  const form = parseForm(Message, body, language.t)
  if (!form.ok) return form
  const { message, awaits } = form.data
  const sent = await readFiles(house, caseId(c), body, language, 'office')
  if (!sent.ok) return { ok: false as const, form: refuse(body, { files: sent.message }) }
  if (!message && (awaits || sent.files.length === 0))
    return { ok: false as const, form: refuse(body, { message: language.t('form.required') }) }
  return { ok: true as const, data: { message, awaits, files: sent.files } }
}
