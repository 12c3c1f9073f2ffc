import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import { type Body, type FormState, parseForm, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptImage } from '../../platform/images/intake.ts'
import { lightPicture } from '../../platform/images/light.ts'
import type { Content, Picture } from '../article.ts'

/** As many as the agency's pattern has. */
export const quoteCount = 3

const slots = Array.from({ length: quoteCount }, (_, index) => index)

const quoteFields = Object.fromEntries(
  slots.flatMap(index => [
    [`person.${index}`, optionalText(120)],
    [`office.${index}`, optionalText(160)],
    [`words.${index}`, optionalText(1000)],
  ]),
)

const Words = z.object({
  form: formId.optional(),
  title: text(3, 140),
  body: text(20, 20_000),
  pictureAlt: optionalText(500),
  pictureConsent: optionalText(300),
  dropPicture: z.string().optional(),
  changeNote: optionalText(500),
})
const Quotes = z.object(quoteFields)

type Read =
  | { ok: true; form: string | undefined; content: Content; changeNote: string }
  | { ok: false; form: FormState }

/** Reads an article as sent. @param correcting says that what changed has to be told */
export const readContent = async (
  { files }: Pick<House, 'files'>,
  body: Body,
  { t }: Language,
  before: { picture: Picture | undefined; correcting: boolean },
): Promise<Read> => {
  const given = parseForm(Words, body, t)
  if (!given.ok) return given
  const quotes = parseForm(Quotes, body, t)
  if (!quotes.ok) return quotes
  const { form, dropPicture, changeNote, ...words } = given.data
  if (before.correcting && changeNote.length < 5)
    return { ok: false, form: refuse(body, { changeNote: t('news.change-needed') }) }
  const taken = await pictureIn(files, body.picture)
  if ('refused' in taken)
    return { ok: false, form: refuse(body, { picture: t(`image.${taken.refused}`, { megabytes: 20 }) }) }
  const picture = taken.picture ?? (dropPicture ? undefined : before.picture)
  return { ok: true, form, changeNote, content: { ...words, picture, quotes: quotesIn(quotes.data) } }
}

const quotesIn = (fields: Record<string, string>) =>
  slots
    .map(index => ({
      person: fields[`person.${index}`]!,
      office: fields[`office.${index}`]!,
      words: fields[`words.${index}`]!,
    }))
    .filter(({ person, office, words }) => person || office || words)

/** For a messenger's preview; the page itself has one of `lightest` bytes. */
const largeSide = 1200
const lightest = 9_000

const pictureIn = async (files: House['files'], file: Body[string] | undefined) => {
  if (!(file instanceof File) || file.size + file.name.length === 0) return { picture: undefined }
  const taken = await acceptImage(new Uint8Array(await file.arrayBuffer()), {
    maxBytes: 20_000_000,
    allow: ['png', 'jpeg', 'webp'],
    to: { type: 'webp', maxSide: largeSide },
  })
  if (!taken.ok) return { refused: taken.reason }
  const small = await lightPicture(taken.image.bytes, lightest)
  return { picture: { key: await files.put(taken.image.bytes), smallKey: await files.put(small) } }
}
