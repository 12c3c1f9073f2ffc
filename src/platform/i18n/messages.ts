import { IntlMessageFormat } from 'intl-messageformat'
import { en, id } from './catalogues.ts'

export type MessageKey = keyof typeof id
export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]
export type Values = Record<string, string | number>

/** Says a message in one language. Values stand where the catalogue has {braces}. */
export type Translate = (key: MessageKey, values?: Values) => string

const catalogues: Record<Locale, Record<MessageKey, string>> = { id, en }
const compiled = new Map<string, IntlMessageFormat>()

/** The voice of one language. */
export const translator =
  (locale: Locale): Translate =>
  (key, values) => {
    const text = catalogues[locale][key]
    return text.includes('{') ? String(message(locale, key, text).format(values)) : text
  }

/** Whether a text is a key of the catalogue; schemas name their messages by key. */
export const isMessageKey = (text: string): text is MessageKey => text in id

const message = (locale: Locale, key: MessageKey, text: string) => {
  const name = `${locale} ${key}`
  const known = compiled.get(name)
  if (known) return known
  const made = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  compiled.set(name, made)
  return made
}
