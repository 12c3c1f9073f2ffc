import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { day, formId, optionalText, text } from '../../platform/http/fields.ts'
import { type Body, type FormState, parseForm, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptImage } from '../../platform/images/intake.ts'
import { channels } from '../channel.ts'
import { consentKinds, picturedAnswers } from './consent.ts'
import type { NewConsent } from './queries.ts'

/** What was ticked, nothing included. */
const listed = <T extends z.ZodType>(item: T) =>
  z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(item))

const proofLimits = { maxBytes: 20_000_000, maxPixels: 100_000_000, maxSide: 12_000 }

const ConsentForm = (today: Temporal.PlainDate) =>
  z
    .object({
      form: formId,
      versi: z.coerce.number().int().positive(),
      kind: z.enum(consentKinds, 'form.choose'),
      who: text(2, 160),
      guardian: optionalText(160),
      channels: listed(z.enum(channels)),
      validUntil: day.or(z.literal('').transform(() => undefined)).optional(),
      note: optionalText(500),
    })
    .refine(({ kind, guardian }) => kind !== 'minor' || guardian.length >= 2, {
      path: ['guardian'],
      message: 'consent.guardian-needed',
    })
    .refine(({ validUntil }) => !validUntil || Temporal.PlainDate.compare(validUntil, today) >= 0, {
      path: ['validUntil'],
      message: 'consent.already-over',
    })

type Read =
  | { ok: true; form: string; version: number; consent: Omit<NewConsent, 'materialId'> }
  | { ok: false; form: FormState }

/** Reads one entry of the ledger as sent, with the file that proves it: a picture cleaned like any, or a PDF. */
export const readConsent = async (
  { files }: Pick<House, 'files'>,
  body: Body,
  today: Temporal.PlainDate,
  { t }: Language,
): Promise<Read> => {
  const given = parseForm(ConsentForm(today), body, t)
  if (!given.ok) return given
  const { form, versi, validUntil, ...rest } = given.data
  const taken = await takeProof(body)
  if ('reason' in taken)
    return { ok: false, form: refuse(body, { proof: t(`image.${taken.reason}`, { megabytes: 20 }) }) }
  const proof = taken.bytes && { key: await files.put(taken.bytes), type: taken.type }
  return {
    ok: true,
    form,
    version: versi,
    consent: { ...rest, validUntil: validUntil ? String(validUntil) : null, proof },
  }
}

const takeProof = async (body: Body) => {
  const file = body.proof
  if (!(file instanceof File) || file.size + file.name.length === 0) return { bytes: undefined, type: '' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length > proofLimits.maxBytes) return { reason: 'too-large' as const }
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-')
    return { bytes, type: 'application/pdf' }
  const taken = await acceptImage(bytes, {
    ...proofLimits,
    allow: ['png', 'jpeg', 'webp'],
    to: { type: 'jpeg', maxSide: 2400 },
  })
  return taken.ok ? { bytes: taken.image.bytes, type: 'image/jpeg' } : { reason: taken.reason }
}

/** What an author says of a picture: nobody in it, or which entries of the ledger. */
export const PicturedForm = z.object({
  versi: z.coerce.number().int().positive(),
  pictured: z.enum(picturedAnswers, 'form.choose'),
  consents: listed(z.coerce.number().int().positive()),
})

export const WithdrawForm = z.object({ reason: text(5, 500) })
