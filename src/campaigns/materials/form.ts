import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import { type Body, type FormState, parseForm, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptImage } from '../../platform/images/intake.ts'
import { posterLimits } from '../variant.ts'
import { designs, edges, fits, materialLanguages, type VersionContent } from './material.ts'
import { readTerms } from './terms-form.ts'

/** Bytes and pixels of finished artwork that an office may send. */
const artworkLimits = { maxBytes: 20_000_000, maxSide: 10_000, maxPixels: 100_000_000 }

const points = optionalText(posterLimits.points * (posterLimits.point + 2))
  .transform(value =>
    value
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  )
  .refine(lines => lines.length <= posterLimits.points, 'material.too-many-points')
  .refine(lines => lines.every(line => line.length <= posterLimits.point), 'material.point-too-long')

const MaterialForm = z.object({
  form: formId.optional(),
  title: text(3, 120),
  design: z.enum(designs),
  language: z.enum(materialLanguages),
  headline: text(3, posterLimits.headline),
  points,
  callToAction: optionalText(posterLimits.callToAction),
  caption: text(10, 2000),
  altText: text(10, 500),
  edge: z.enum(edges).default('bottom'),
  fit: z.enum(fits).default('cover'),
})

type Read =
  | { ok: true; title: string; tags: string[]; form: string | undefined; content: VersionContent }
  | { ok: false; form: FormState }

/**
 * Reads a material as sent: its words, and finished artwork checked by content and cleaned.
 * @param kept the artwork that is there already, used when no new file comes
 */
export const readMaterial = async (
  { files }: Pick<House, 'files'>,
  body: Body,
  { t }: Language,
  kept?: string,
): Promise<Read> => {
  const given = parseForm(MaterialForm, body, t)
  const { terms, errors } = readTerms(body, t)
  if (!given.ok) return { ok: false, form: { ...given.form, errors: { ...errors, ...given.form.errors } } }
  if (!terms || Object.keys(errors).length > 0) return { ok: false, form: refuse(body, errors) }
  const { title, form, edge, fit, ...said } = given.data
  const { tags, ...beside } = terms
  const words = { ...said, ...beside }
  if (words.design !== 'artwork')
    return { ok: true, title, tags, form, content: { ...words, artwork: undefined } }
  const file = body.artwork
  const sent = file instanceof File && file.size + file.name.length > 0 ? file : undefined
  if (!sent && kept)
    return { ok: true, title, tags, form, content: { ...words, artwork: { key: kept, edge, fit } } }
  if (!sent) return { ok: false, form: refuse(body, { artwork: t('material.artwork-needed') }) }
  const taken = await acceptImage(new Uint8Array(await sent.arrayBuffer()), {
    ...artworkLimits,
    allow: ['png', 'jpeg', 'webp'],
    to: { maxSide: 4000 },
  })
  if (!taken.ok)
    return { ok: false, form: refuse(body, { artwork: t(`image.${taken.reason}`, { megabytes: 20 }) }) }
  return {
    ok: true,
    title,
    tags,
    form,
    content: { ...words, artwork: { key: await files.put(taken.image.bytes), edge, fit } },
  }
}
