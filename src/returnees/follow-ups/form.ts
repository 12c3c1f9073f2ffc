import { z } from 'zod'
import { formId, optionalText } from '../../platform/http/fields.ts'
import { officerWays, outcomes, ownOutcomes, turnovers } from './follow-up.ts'

const yesNo = z
  .enum(['yes', 'no'])
  .or(z.literal(''))
  .default('')
  .transform(value => (value === '' ? null : value === 'yes'))
const facts = {
  turnover: z
    .enum(turnovers)
    .or(z.literal(''))
    .default('')
    .transform(value => value || null),
  workers: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().min(0).max(1000))
    .default(null),
  licensed: yesNo,
  leavingAgain: yesNo,
}

type Known = {
  turnover: string | null
  workers: number | null
  licensed: boolean | null
  leavingAgain: boolean | null
}
export interface Told {
  outcome: (typeof outcomes)[number]
  way: 'phone' | 'visit' | 'link'
  note: string
  facts: Known
}

/** By an officer, on the telephone or there. */
export const contactForm = z
  .object({
    form: formId,
    way: z.enum(officerWays, 'form.choose'),
    outcome: z.enum(outcomes, 'form.choose'),
    note: optionalText(2000),
    ...facts,
  })
  .transform(({ form, way, outcome, note, ...known }) => ({
    form,
    told: { way, outcome, note, facts: known } satisfies Told as Told,
  }))

/** By the person, with the number. */
export const ownForm = z
  .object({
    start: z.uuid(),
    month: z.coerce.number(),
    outcome: z.enum(ownOutcomes, 'form.choose'),
    note: optionalText(2000),
    ...facts,
  })
  .transform(({ start, month, outcome, note, ...known }) => ({
    at: { startId: start, month },
    told: { way: 'link', outcome, note, facts: known } satisfies Told as Told,
  }))
