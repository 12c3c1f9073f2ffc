import { z } from 'zod'
import { day as dayField, formId, optionalText, text } from '../../platform/http/fields.ts'
import { ageBands as bands } from '../returnee.ts'
import { type Condition, type ConditionField, conditionsSchema, valuesOf } from './condition.ts'
import { type Programme, programmeKinds, programmeStates } from './programme.ts'
import type { NewProgramme } from './queries.ts'

/** Fields that the form asks for by ticking; others may stand in a programme, and are kept. */
export const tickedFields = ['needs', 'skills', 'wishes', 'sex', 'wayBack', 'district'] as const
type Ticked = (typeof tickedFields)[number]

const ticks = z.preprocess(
  value => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(40)).max(40),
)
const ticked = Object.fromEntries(
  tickedFields.flatMap(field => [
    [`in-${field}`, ticks],
    [`not-${field}`, ticks],
  ]),
) as Record<`in-${Ticked}` | `not-${Ticked}`, typeof ticks>

const whole = (min: number, max: number) =>
  z.coerce.number().int().min(min, 'programmes.bad-number').max(max, 'programmes.bad-number')

export const programmeForm = z
  .object({
    form: formId,
    version: z.coerce.number().int().default(0),
    kind: z.enum(programmeKinds, 'form.choose'),
    title: text(3, 160),
    detail: optionalText(2000),
    district: z
      .string()
      .regex(/^(\d{2}\.\d{2})?$/, 'form.choose')
      .default(''),
    startsOn: dayField,
    endsOn: dayField,
    places: whole(1, 100_000),
    state: z.enum(programmeStates).default('open'),
    fromAge: z.enum(bands).or(z.literal('')).default(''),
    months: z.literal('').or(whole(1, 120)).default(''),
    ...ticked,
  })
  .refine(({ startsOn, endsOn }) => Temporal.PlainDate.compare(startsOn, endsOn) <= 0, {
    path: ['endsOn'],
    message: 'programmes.ends-before',
  })
export type ProgrammeInput = z.output<typeof programmeForm>

/** @param before conditions that the form does not show stay as they were */
export const programmeOf = (input: ProgrammeInput, before: readonly Condition[] = []): NewProgramme => ({
  kind: input.kind,
  title: input.title,
  detail: input.detail,
  districtCode: input.district || null,
  startsOn: String(input.startsOn),
  endsOn: String(input.endsOn),
  places: input.places,
  state: input.state,
  conditions: conditionsSchema.parse([...conditionsIn(input), ...before.filter(one => !isShown(one))]),
})

const conditionsIn = (input: ProgrammeInput): Condition[] => [
  ...tickedFields.flatMap(field => [
    ...condition('in', field, input[`in-${field}`]),
    ...condition('not-in', field, input[`not-${field}`]),
  ]),
  ...(input.fromAge ? [{ is: 'at-least' as const, field: 'ageBand' as const, value: input.fromAge }] : []),
  ...(input.months ? [{ is: 'within' as const, field: 'returnedMonth' as const, months: input.months }] : []),
]

/** A code that nobody can have is not asked for. */
const condition = (is: 'in' | 'not-in', field: ConditionField, told: string[]): Condition[] => {
  const values = told.filter(code => valuesOf(field)?.includes(code) ?? /^\d{2}\.\d{2}$/.test(code))
  return values.length === 0 ? [] : [{ is, field, values }]
}

const isShown = (one: Condition) =>
  one.is === 'at-least' || one.is === 'within' || (tickedFields as readonly string[]).includes(one.field)

/** A programme as its form shows it. */
export const typedOf = (programme: Programme): Record<string, string | string[]> => {
  const { conditions } = programme
  const values: Record<string, string | string[]> = {
    version: String(programme.version),
    kind: programme.kind,
    title: programme.title,
    detail: programme.detail,
    district: programme.districtCode ?? '',
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    places: String(programme.places),
    state: programme.state,
  }
  for (const one of conditions) {
    if (one.is === 'at-least') values.fromAge = one.value
    else if (one.is === 'within') values.months = String(one.months)
    else values[`${one.is === 'in' ? 'in' : 'not'}-${one.field}`] = one.values
  }
  return values
}
