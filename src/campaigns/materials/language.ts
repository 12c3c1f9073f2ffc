import spoken from '../../../db/content/languages.json' with { type: 'json' }
import { isMessageKey, type Translate } from '../../platform/i18n/messages.ts'
import type { Spoken } from '../../ui/index.ts'

/** Languages that a material can be written in: those of the province, and Arabic, which runs from right to left. */
export const materialLanguages: readonly string[] = [...spoken.map(({ code }) => code), 'ar']

/** Languages that the offices write themselves; the words of any other are supplied by a native speaker, who is named. */
const written = ['id', 'en']

export const needsSpeaker = (language: string) => !written.includes(language)

/** The direction in which a language is read. */
export const directionOf = (language: string): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr')

/** The attributes of words in a language that may not be the page's: read aloud in it, and set from its side. */
export const setIn = (language: string): Spoken => ({ lang: language, dir: directionOf(language) })

/** What a language is called: in the reader's words, or as its own speakers call it. */
export const languageName = (code: string, t: Translate): string => {
  const key = `language.${code}`
  return isMessageKey(key) ? t(key) : (spoken.find(one => one.code === code)?.name ?? code)
}
