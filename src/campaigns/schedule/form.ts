import { z } from 'zod'
import { day, formId, several, text } from '../../platform/http/fields.ts'
import { seenDuty } from './seen.ts'

const id = z.coerce.number().int().positive()
const ids = several(id)
const reason = text(5, 500)
const dayOrNothing = z.preprocess(value => (value === '' ? undefined : value), day.optional())

export const deeds = ['postpone', 'excuse', 'reassign', 'resume'] as const

/** As many as one form may direct at once. */
export const mostAtOnce = 300

/** What an owner does with the duties that are ticked. @param today nothing is put off into the past */
export const directForm = (today: Temporal.PlainDate) =>
  z
    .object({
      form: formId,
      duties: several(seenDuty),
      deed: z.enum(deeds, 'form.choose'),
      dueOn: dayOrNothing,
      office: z.preprocess(value => (value === '' ? undefined : value), id.optional()),
      reason,
    })
    .refine(({ duties }) => duties.length <= mostAtOnce, {
      path: ['duties'],
      message: 'schedule.too-many-at-once',
    })
    .refine(({ deed, dueOn }) => deed !== 'postpone' || dueOn, { path: ['dueOn'], message: 'form.day' })
    .refine(({ deed, dueOn }) => deed !== 'postpone' || !dueOn || notBefore(dueOn, today), {
      path: ['dueOn'],
      message: 'campaign.due-in-past',
    })
    .refine(({ deed, office }) => deed !== 'reassign' || office, { path: ['office'], message: 'form.choose' })

/** What an office asks for its duty. */
export const askForm = (today: Temporal.PlainDate) =>
  z
    .object({
      form: formId,
      kind: z.enum(['postpone', 'excuse'], 'form.choose'),
      wantedOn: dayOrNothing,
      reason,
    })
    .refine(({ kind, wantedOn }) => kind !== 'postpone' || wantedOn, {
      path: ['wantedOn'],
      message: 'form.day',
    })
    .refine(({ kind, wantedOn }) => kind !== 'postpone' || !wantedOn || notBefore(wantedOn, today), {
      path: ['wantedOn'],
      message: 'campaign.due-in-past',
    })
    .transform(({ wantedOn, ...asking }) => ({
      ...asking,
      wantedOn: asking.kind === 'postpone' ? wantedOn : undefined,
    }))

export const answerForm = z
  .object({
    requests: ids,
    decision: z.enum(['granted', 'refused'], 'form.choose'),
    answer: z.string().trim().max(500, 'form.too-long').default(''),
  })
  .refine(({ decision, answer }) => decision === 'granted' || answer.length >= 5, {
    path: ['answer'],
    message: 'schedule.refusal-needs-reason',
  })

/** Offices that join later, and the day by which they begin. */
export const joinForm = (today: Temporal.PlainDate) =>
  z
    .object({ form: formId, offices: ids, dueOn: day })
    .refine(({ dueOn }) => notBefore(dueOn, today), { path: ['dueOn'], message: 'campaign.due-in-past' })

const notBefore = (wanted: Temporal.PlainDate, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(wanted, today) >= 0
