import { z } from 'zod'
import { countries, ways } from '../../complaints/index.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import type { Body } from '../../platform/http/forms.ts'
import { readBirth } from '../birth.ts'
import type { Person } from '../contents.ts'
import { onwards } from './arrival.ts'
import { mostPersons } from './read-persons.ts'

/** Letters of a pasted letter that are read and kept. */
export const longestLetter = 30_000

const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]).default('')

const journeyFields = {
  day: z.iso.date('form.day'),
  time: optional(z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'returnees.bad-time')),
  flight: optional(z.string().regex(/^[A-Za-z0-9]{2,3}[ -]?\d{1,4}$/, 'returnees.bad-flight')),
  meeter: optionalText(120),
  meeterOther: optionalText(120),
  place: optionalText(200),
  onward: optional(z.enum(onwards, 'form.choose')),
  note: optionalText(2000),
}

export const arrivalForm = z.object({
  form: formId,
  letter: optionalText(longestLetter),
  country: optional(z.enum(countries as [string, ...string[]], 'form.choose')),
  ...journeyFields,
})

export const planForm = z.object({ ...journeyFields, version: z.coerce.number().int().positive() })

type Told = z.output<typeof planForm>

export const journeyOf = (form: Omit<Told, 'version'>) => ({
  arrivesOn: form.day,
  arrivesAt: form.time.replace('.', ':') || null,
  flight: form.flight.toUpperCase() || null,
  meeterId: form.meeter || null,
  otherMeeter: form.meeterOther !== '',
  placeKnown: form.place !== '',
  onward: form.onward || null,
})

export const planOf = ({ meeterOther, place, note }: Omit<Told, 'version'>) => ({
  meeter: meeterOther,
  place,
  note,
})

export const personInputs = ['name', 'bornOn', 'phone', 'nik', 'passport', 'address', 'origin'] as const
export const inputName = (field: (typeof personInputs)[number], place: number) => `${field}-${place}`

interface ToldPerson {
  person: Person
  origin: string
}

/**
 * The people on the form; a row without a name is left out.
 * @returns errors by field, as keys of messages; a day of birth that is none stays in its field
 */
export const personsOf = (
  body: Body,
  today: Temporal.PlainDate,
): { persons: ToldPerson[]; errors: Record<string, Trouble> } => {
  const errors: Record<string, Trouble> = {}
  const persons: ToldPerson[] = []
  for (let place = 0; place < mostPersons + 1; place++) {
    const told = (field: (typeof personInputs)[number]) => {
      const value = body[inputName(field, place)]
      return typeof value === 'string' ? value.trim().slice(0, 300) : ''
    }
    const name = told('name')
    if (name === '') continue
    const birth = readBirth(told('bornOn'), today)
    if ('trouble' in birth) errors[inputName('bornOn', place)] = `returnees.${birth.trouble}`
    const nik = told('nik').replace(/\D/g, '')
    if (nik !== '' && nik.length !== 16) errors[inputName('nik', place)] = 'returnees.bad-nik'
    const bornOn = 'day' in birth ? birth.day : ''
    const rest = { phone: told('phone'), passport: told('passport'), address: told('address'), family: '' }
    persons.push({ person: { name, bornOn, nik, ...rest }, origin: told('origin') })
  }
  if (persons.length === 0) errors['name-0'] = 'returnees.nobody'
  return { persons, errors }
}

type Trouble = 'returnees.no-such-day' | 'returnees.unlikely' | 'returnees.bad-nik' | 'returnees.nobody'

export const paperForm = z.object({
  form: formId,
  persons: z.preprocess(
    value => (value === undefined ? [] : [value].flat()),
    z.array(z.coerce.number().int().min(0)).min(1, 'form.choose-one'),
  ),
  motive: text(10, 500),
  way: z.enum(ways, 'form.choose'),
  from: text(2, 200),
  destination: text(2, 200),
  receiver: text(2, 120),
  receiverTitle: optionalText(120),
  receiverOffice: text(2, 200),
  condition: optionalText(2000),
  goods: optionalText(2000),
  witnesses: optionalText(1000),
  place: text(2, 80),
  day: z.iso.date('form.day'),
  signer: text(2, 120),
  signerTitle: text(2, 120),
})
export type PaperInput = z.output<typeof paperForm>
