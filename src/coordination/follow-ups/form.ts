import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import { type Body, type FormState, parseForm, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptImage } from '../../platform/images/intake.ts'
import { nearDay } from '../meetings/form.ts'
import { type FollowUpMove, followUpMoves } from './follow-up.ts'
import type { Given } from './move-follow-up.ts'
import type { Evidence } from './queries.ts'

const id = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).default(null)

export const FollowUpForm = z.object({
  form: formId,
  title: text(3, 200),
  detail: optionalText(2000),
  office: z.coerce.number('form.choose').int().positive('form.choose'),
  person: optionalText(60).transform(value => value || null),
  dueOn: nearDay,
  meeting: id,
  block: id,
  agreement: id,
  origin: optionalText(300),
})

/** What another page may hand over in the address of the new follow-up: everything can still be changed. */
export const prefilled = (query: Record<string, string>): FormState => {
  const values: FormState['values'] = {}
  for (const [name, given] of Object.entries(handedOver)) {
    const value = query[name]?.slice(0, 2000)
    if (value) values[given] = value
  }
  return { values, errors: {} }
}

const handedOver: Record<string, string> = {
  judul: 'title',
  uraian: 'detail',
  kantor: 'office',
  tenggat: 'dueOn',
  rapat: 'meeting',
  blok: 'block',
  kesepakatan: 'agreement',
  asal: 'origin',
}

const EvidenceForm = z.object({
  evidence: optionalText(2000),
  url: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'meeting.bad-link' }).max(2000),
    ])
    .default(''),
})

const photoLimits = { maxBytes: 20_000_000, maxPixels: 100_000_000, maxSide: 12_000 }

/** Reads evidence: words, an address, or a picture that is drawn anew, without where and when it was taken. */
export const readEvidence = async (
  { files }: Pick<House, 'files'>,
  body: Body,
  { t }: Language,
): Promise<{ ok: true; evidence: Evidence } | { ok: false; form: FormState }> => {
  const given = parseForm(EvidenceForm, body, t)
  if (!given.ok) return given
  const { evidence: note, url } = given.data
  const file = body.file instanceof File && body.file.size + body.file.name.length > 0 ? body.file : undefined
  if (!file && note === '' && url === '')
    return { ok: false, form: refuse(body, { evidence: t('follow-up.evidence-needed') }) }
  if (!file) return { ok: true, evidence: { note, url: url || null, fileKey: null, fileType: null } }
  const taken = await acceptImage(new Uint8Array(await file.arrayBuffer()), {
    ...photoLimits,
    allow: ['png', 'jpeg', 'webp'],
    to: { type: 'jpeg', maxSide: 2400 },
  })
  if (!taken.ok)
    return { ok: false, form: refuse(body, { file: t(`image.${taken.reason}`, { megabytes: 20 }) }) }
  const fileKey = await files.put(taken.image.bytes)
  return { ok: true, evidence: { note, url: url || null, fileKey, fileType: 'image/jpeg' } }
}

/** What comes with a move, as the table of moves asks for it. */
export const readGiven = async (
  house: Pick<House, 'files'>,
  body: Body,
  move: FollowUpMove,
  language: Language,
): Promise<{ ok: true; given: Given } | { ok: false; form: FormState }> => {
  const { needs } = followUpMoves[move]
  if (needs === 'nothing') return { ok: true, given: {} }
  if (needs === 'evidence') {
    const read = await readEvidence(house, body, language)
    return read.ok ? { ok: true, given: { evidence: read.evidence } } : read
  }
  const name = move === 'return' ? 'missing' : 'reason'
  const read = parseForm(z.object({ [name]: text(5, 500) }), body, language.t)
  return read.ok ? { ok: true, given: { note: read.data[name]! } } : read
}
