import { z } from 'zod'
import { formId, text } from '../../platform/http/fields.ts'
import { declaredKinds } from './reach.ts'

const most = 10_000_000

/** A whole number as people write it: 1500, 1.500 or 1 500. */
const people = z
  .string('form.required')
  .trim()
  .min(1, 'form.required')
  .regex(/^(\d+|\d{1,3}([. ]\d{3})+)$/, 'reach.not-a-number')
  .transform(value => Number(value.replace(/[. ]/g, '')))
  .refine(value => value <= most, 'reach.too-many')

/** How many, of what, and how the office knows. */
export const Declare = z.object({
  form: formId,
  kind: z.enum(declaredKinds, 'form.choose'),
  people,
  source: text(3, 200),
})
