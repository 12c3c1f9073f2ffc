import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { formId, text } from '../../platform/http/fields.ts'
import { type Body, type FormState, parseForm, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptImage } from '../../platform/images/intake.ts'
import { noRoomFor } from '../designs/artwork-room.ts'
import { artworkDesign, designNamed } from '../designs/design.ts'
import { wordsAmiss, wordsFields } from '../designs/words-form.ts'
import { edges, fits, type VersionContent } from './material.ts'
import { readTerms } from './terms-form.ts'

/** Bytes and pixels of finished artwork that an office may send. */
const artworkLimits = { maxBytes: 20_000_000, maxSide: 10_000, maxPixels: 100_000_000 }

const materialForm = (dataDir: string) =>
  z.object({
    form: formId.optional(),
    title: text(3, 120),
    ...wordsFields(dataDir),
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
  { files, config }: Pick<House, 'files' | 'config'>,
  body: Body,
  { t }: Language,
  kept?: string,
): Promise<Read> => {
  const given = parseForm(materialForm(config.dataDir), body, t)
  const { terms, errors } = readTerms(body, t)
  if (!given.ok) return { ok: false, form: { ...given.form, errors: { ...errors, ...given.form.errors } } }
  const { title, form, edge, fit, radio30, radio60, ...words } = given.data
  const amiss = { ...errors, ...wordsAmiss(designNamed(config.dataDir, words.design)!, words, t) }
  if (!terms || Object.keys(amiss).length > 0) return { ok: false, form: refuse(body, amiss) }
  const { tags, ...beside } = terms
  const content = { ...words, ...beside, radio: { thirty: radio30, sixty: radio60 } }
  if (words.design !== artworkDesign)
    return { ok: true, title, tags, form, content: { ...content, artwork: undefined } }
  const file = body.artwork
  const sent = file instanceof File && file.size + file.name.length > 0 ? file : undefined
  const took = sent ? await takenIn(sent, t) : await keptOne(files, kept, t)
  if (!took.ok) return { ok: false, form: refuse(body, { artwork: took.why }) }
  const tight = await noRoomFor(took.bytes, fit)
  if (tight) return { ok: false, form: refuse(body, { artwork: t(...tight) }) }
  const key = sent ? await files.put(took.bytes) : kept!
  return { ok: true, title, tags, form, content: { ...content, artwork: { key, edge, fit } } }
}

type Taken = { ok: true; bytes: Uint8Array } | { ok: false; why: string }

const takenIn = async (sent: File, t: Language['t']): Promise<Taken> => {
  const taken = await acceptImage(new Uint8Array(await sent.arrayBuffer()), {
    ...artworkLimits,
    allow: ['png', 'jpeg', 'webp'],
    to: { maxSide: 4000 },
  })
  return taken.ok
    ? { ok: true, bytes: taken.image.bytes }
    : { ok: false, why: t(`image.${taken.reason}`, { megabytes: 20 }) }
}

const keptOne = async (files: House['files'], kept: string | undefined, t: Language['t']): Promise<Taken> => {
  const bytes = kept && (await files.get(kept))
  return bytes ? { ok: true, bytes } : { ok: false, why: t('material.artwork-needed') }
}
