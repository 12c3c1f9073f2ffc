import { z } from 'zod'
import { drawable, drawableLines } from '../../platform/documents/drawable.ts'
import { optionalText } from '../../platform/http/fields.ts'
import { type FieldRule, type Fields, type IdentityPart, type LetterKind, ruleOf } from './letter.ts'

const longestLine = 200
const longestLines = 60_000

const drawn = (max: number, letters: RegExp) =>
  optionalText(max)
    .transform(value => value.normalize('NFC'))
    .refine(value => letters.test(value), 'letters.no-letters')

const shapes: Record<FieldRule['kind'], (rule: FieldRule) => z.ZodType<string, unknown>> = {
  line: () => drawn(longestLine, drawable),
  lines: () => drawn(longestLines, drawableLines),
  day: () => z.iso.date('form.day'),
  choice: ({ choices = [] }) => z.enum(choices as [string, ...string[]], 'form.choose'),
}

const fieldOf = (rule: FieldRule) =>
  rule.required ? shapes[rule.kind](rule).refine(Boolean, 'form.required') : shapes[rule.kind](rule)

/** The form of one kind of letter: its own fields, what was opened of the identity, and what goes with every one. */
export const letterForm = (kind: LetterKind) =>
  z.object({
    form: z.uuid(),
    /** The letter that this one corrects. */
    corrects: z.coerce.number().int().positive().optional().catch(undefined),
    screening: z.coerce.number().int().positive().nullable().catch(null),
    full: z.literal('yes').optional(),
    tell: z.literal('yes').optional(),
    ...Object.fromEntries(Object.entries(ruleOf(kind).fields).map(([name, rule]) => [name, fieldOf(rule)])),
    ...Object.fromEntries(
      ruleOf(kind).identity.map(part => [personName(part), drawn(longestLine, drawable)]),
    ),
  })

/** Names of what was opened of the identity: they travel with the form until the number is given. */
export const personName = (part: IdentityPart) => `person-${part}`

export interface LetterInput {
  [field: string]: unknown
  form: string
  corrects?: number | undefined
  screening: number | null
  full?: 'yes' | undefined
  tell?: 'yes' | undefined
}

/** What stands in the letter; of the identity only what the officer chose to name. */
export const fieldsOf = (kind: LetterKind, input: LetterInput): Fields => {
  const { fields, identity } = ruleOf(kind)
  const names = [...Object.keys(fields), ...(input.full ? identity.map(personName) : [])]
  return Object.fromEntries(names.map(name => [name, String(input[name] ?? '')]))
}

export const identityForm = z.object({
  motive: z.string('form.required').trim().min(10, 'form.too-short').max(500, 'form.too-long'),
})
