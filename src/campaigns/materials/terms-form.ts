import { z } from 'zod'
import { day, optionalText } from '../../platform/http/fields.ts'
import { type Body, parseForm } from '../../platform/http/forms.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import { readCaptions } from '../captions/read-captions.ts'
import { needsSpeaker } from './language.ts'
import type { VersionContent } from './material.ts'

const tagLimits = { count: 10, length: 40 }

const optionalDay = day.or(z.literal('').transform(() => undefined)).optional()

const Terms = z
  .object({
    tags: optionalText(500).transform(value => [
      ...new Set(
        value
          .split(/[,\n]/)
          .map(tag => tag.trim().replace(/^#/, '').toLowerCase())
          .filter(Boolean),
      ),
    ]),
    validFrom: optionalDay,
    validUntil: optionalDay,
    speaker: optionalText(120),
    language: z.string().default('id'),
  })
  .refine(({ tags }) => tags.length <= tagLimits.count, { path: ['tags'], message: 'material.too-many-tags' })
  .refine(({ tags }) => tags.every(tag => tag.length <= tagLimits.length), {
    path: ['tags'],
    message: 'material.tag-too-long',
  })
  .refine(
    ({ validFrom, validUntil }) =>
      !validFrom || !validUntil || Temporal.PlainDate.compare(validFrom, validUntil) <= 0,
    {
      path: ['validUntil'],
      message: 'material.valid-backwards',
    },
  )
  .refine(({ language, speaker }) => !needsSpeaker(language) || speaker.length >= 3, {
    path: ['speaker'],
    message: 'material.speaker-needed',
  })

type TermsRead = Pick<VersionContent, 'captions' | 'validFrom' | 'validUntil' | 'speaker'> & {
  tags: string[]
}

/** Reads what a version says beside its picture: captions, validity, the speaker of its language; and the tags of the material. */
export const readTerms = (
  body: Body,
  t: Translate,
): { terms: TermsRead | undefined; errors: Record<string, string> } => {
  const { captions, errors } = readCaptions(body, t)
  const given = parseForm(Terms, body, t)
  if (!given.ok) return { terms: undefined, errors: { ...errors, ...given.form.errors } }
  const { tags, validFrom, validUntil, speaker } = given.data
  const days = {
    validFrom: validFrom ? String(validFrom) : null,
    validUntil: validUntil ? String(validUntil) : null,
  }
  return { terms: { tags, captions, speaker, ...days }, errors }
}
