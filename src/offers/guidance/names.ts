import type { Language } from '../../platform/i18n/language.tsx'
import { isMessageKey, type MessageKey } from '../../platform/i18n/messages.ts'
import { isObject, type Json, keyOf, type Path } from './document.ts'

/** The name of a part of a document as people say it; its own name where nobody gave it another. */
export const partName = ({ t }: Language, name: string): string => {
  const key = `guidance.part.${name}`
  return isMessageKey(key) ? t(key as MessageKey) : name
}

/** A word out of a list of choices. */
export const choiceName = ({ t }: Language, value: string): string => {
  const key = `guidance.choice.${value}`
  return isMessageKey(key) ? t(key as MessageKey) : value
}

/** Where something stands: "Aturan › visa-kunjungan › Judul › Bahasa Inggris". */
export const pathName = (language: Language, path: Path): string =>
  path.map((step, at) => stepName(language, step, path[at - 1])).join(' › ')

const stepName = (language: Language, step: string, before: string | undefined): string => {
  if (/^\d+$/.test(step)) return String(Number(step) + 1)
  const inText = before !== undefined && !/^\d+$/.test(before)
  if (inText && (step === 'id' || step === 'en')) return language.t(`language.${step}`)
  return partName(language, step)
}

/** What an item is called in a list. */
export const itemName = (language: Language, item: Json | undefined, otherwise: string): string => {
  if (!isObject(item)) return plain(language, item) || otherwise
  const named = ['title', 'name', 'label', 'question', 'text']
    .map(name => plain(language, item[name]))
    .find(Boolean)
  if (named) return named
  const words = Object.values(item).filter(value => typeof value === 'string' || typeof value === 'number')
  return keyOf(item) ?? (words.slice(0, 2).join(' · ') || otherwise)
}

/** A value in a few words: a text in the reader's language, a list with commas. */
export const plain = (language: Language, value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return language.number(value)
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'string') return choiceName(language, value)
  if (Array.isArray(value)) return value.map(item => plain(language, item)).join('\n')
  if ('id' in value && 'en' in value) return plain(language, value[language.locale])
  if ('title' in value && 'readOn' in value)
    return `${plain(language, value.title)}, ${dayName(language, value.readOn)}`
  return Object.entries(value)
    .map(([name, part]) => `${partName(language, name)}: ${plain(language, part)}`)
    .join('\n')
}

const dayName = (language: Language, day: Json | undefined) =>
  typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? language.shortDay(day) : plain(language, day)
