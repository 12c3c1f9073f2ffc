import { z } from 'zod'
import { optionalText } from '../../platform/http/fields.ts'
import type { FormState } from '../../platform/http/forms.ts'
import { procedural, stages, urgencies } from '../complaint.ts'
import { type Triage, triageFields } from './triage.ts'

const listed = <T extends z.ZodType>(item: T) =>
  z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(item).max(40))

const code = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'form.choose')

/** A day gone by is kept: somebody may have left already. */
export const Findings = z.object({
  problems: listed(code),
  procedural: z.enum(procedural, 'form.choose'),
  stage: z.enum(stages, 'form.choose'),
  urgency: z.enum(urgencies, 'form.choose'),
  departsOn: z.union([z.literal(''), z.iso.date('form.day')]).default(''),
  originCode: z
    .union([z.literal(''), z.string().regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/, 'triage.origin-unknown')])
    .default(''),
  destination: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'form.choose')]).default(''),
  sector: z.union([z.literal(''), z.string().regex(/^[a-z][a-z-]{1,39}$/, 'form.choose')]).default(''),
  siskop2mi: optionalText(40),
  sp4n: optionalText(40),
  peduliWni: optionalText(40),
})

export const sectors = [
  'domestic-work',
  'care',
  'plantation',
  'construction',
  'manufacture',
  'fishing',
  'hospitality',
  'online-work',
  'other',
] as const

/** The findings as the officer saw them when the form was opened: travels along with it. */
export const baseOf = (value: unknown): Triage | undefined => {
  try {
    return Findings.safeParse(JSON.parse(String(value))).data
  } catch {
    return undefined
  }
}

export const sortedFindings = (found: Triage): Triage => ({ ...found, problems: [...found.problems].sort() })

/** Findings laid into a form, as if they had been typed. */
export const asForm = (found: Triage, errors: FormState['errors'] = {}): FormState => ({
  values: Object.fromEntries(triageFields.map(field => [field, found[field]])),
  errors,
})
