import { z } from 'zod'
import { sectors } from '../../complaints/index.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import { looksLikeReceipt } from '../../platform/vault/index.ts'
import { birthField } from '../birth.ts'
import type { Person } from '../contents.ts'
import { ageBandOf, type Codes, consents, needs, sexes, skills, waysBack, wishes } from '../returnee.ts'

/** Letters of the person's own words that are kept. */
export const longestWords = 5000

const chosen = <T extends string>(codes: readonly [T, ...T[]] | readonly T[]) =>
  z.preprocess(
    value => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.enum(codes as [T, ...T[]], 'form.choose')),
  )
const oneOf = <T extends string>(codes: readonly T[]) =>
  z.union([z.literal(''), z.enum(codes as [T, ...T[]], 'form.choose')]).default('')

const nik = optionalText(40).refine(
  value => value === '' || value.replace(/\D/g, '').length === 16,
  'returnees.bad-nik',
)

const month = z
  .union([z.literal(''), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'returnees.bad-month')])
  .default('')

/** Wishes and codes: what may change after the registration. */
const codesFields = {
  district: z.union([z.literal(''), z.string().regex(/^\d{2}\.\d{2}$/, 'form.choose')]).default(''),
  village: optionalText(80),
  country: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'form.choose')]).default(''),
  sector: oneOf(sectors),
  sex: oneOf(sexes),
  month,
  wayBack: oneOf(waysBack),
  needs: chosen(needs),
  skills: chosen(skills),
  wishes: chosen(wishes),
  consents: chosen(consents),
}

export const codesForm = z.object({ ...codesFields, version: z.coerce.number().int().positive() })

export const wishesForm = z.object({
  form: formId.optional(),
  needs: codesFields.needs,
  skills: codesFields.skills,
  wishes: codesFields.wishes,
  consents: codesFields.consents,
  words: optionalText(longestWords),
})

/** @param today tells whether a day of birth has come */
export const registrationForm = (today: Temporal.PlainDate) =>
  z.object({
    form: formId,
    name: text(2, 120),
    bornOn: birthField(today),
    phone: optionalText(40),
    nik,
    passport: optionalText(20),
    address: optionalText(300),
    family: optionalText(200),
    words: optionalText(longestWords).refine(value => !looksLikeReceipt(value), 'report.no-receipt-here'),
    ...codesFields,
  })

/** Of a person who registers alone: without a yes to the first, there is nothing to register for. */
export const selfForm = (today: Temporal.PlainDate) =>
  registrationForm(today).superRefine(({ consents: given }, context) => {
    if (!given.includes('programmes'))
      context.addIssue({ code: 'custom', path: ['consents'], message: 'returnees.consent-needed' })
  })

type Told = z.output<typeof codesForm>

/** @param originCode of the village, where it is known, or the district */
export const codesOf = (
  form: Omit<Told, 'version'>,
  originCode: string | null,
  ageBand: string | null,
): Codes => ({
  originCode,
  destination: form.country || null,
  sector: form.sector || null,
  sex: form.sex || null,
  ageBand,
  returnedMonth: form.month ? `${form.month}-01` : null,
  wayBack: form.wayBack || null,
  needs: form.needs,
  skills: form.skills,
  wishes: form.wishes,
  consents: form.consents,
})

export const bandOf = (bornOn: string, today: Temporal.PlainDate) =>
  bornOn ? ageBandOf(bornOn, today) : null

export const personOf = (form: z.output<ReturnType<typeof registrationForm>>): Person => {
  const { name, phone, passport, bornOn, family } = form
  const address = [form.village, form.address].filter(Boolean).join(', ')
  return { name, phone, nik: form.nik.replace(/\D/g, ''), passport, bornOn, address, family }
}
