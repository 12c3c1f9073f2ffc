import { countries } from '../complaints/index.ts'
import { languages } from '../platform/i18n/language.tsx'

/** Something found in a text, with the words that say so. */
export interface Found {
  value: string
  words: string
}

export interface District {
  code: string
  name: string
}

const found = (value: string | undefined, words: string | undefined): Found | undefined =>
  value && words ? { value, words: words.trim() } : undefined

export const nikIn = (text: string): Found | undefined => {
  const words = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/.exec(text)?.[0]
  return found(words?.replace(/\D/g, ''), words)
}

export const passportIn = (text: string): Found | undefined => {
  const words = /(?<![A-Za-z0-9])[A-Z]{1,2} ?\d{6,7}(?!\d)/.exec(text)?.[0]
  return found(words?.replace(' ', ''), words)
}

export const phoneIn = (text: string): Found | undefined => {
  const words = /(?<!\d)(?:\+?62|0)[ -]?8(?:[ .-]?\d){7,12}(?!\d)/.exec(text)?.[0]
  return found(words, words)
}

export const sexIn = (text: string): Found | undefined => {
  const female = /\b(perempuan|wanita|female)\b|\(P\)|\bJK\s*:?\s*P\b|\bL\/P\s*:\s*P\b/i.exec(text)?.[0]
  const male = /\b(laki-?\s?laki|pria|lelaki|male)\b|\(L\)|\bJK\s*:?\s*L\b|\bL\/P\s*:\s*L\b/i.exec(text)?.[0]
  if (female && male) return undefined
  return found(female ? 'female' : 'male', female ?? male)
}

/** As offices shorten the names of the districts. */
const shortNames: Record<string, string> = {
  parimo: 'parigimoutong',
  touna: 'tojounauna',
  bangkep: 'banggaikepulauan',
  balut: 'banggailaut',
  morut: 'morowaliutara',
}

const lettersOf = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')
/** Tojo Una-Una, Tojo Una Una and TojoUnaUna are one. */
const spelled = (word: string) => [...lettersOf(word)].join('[ -]?')

/** The longest name first: Banggai Laut is not Banggai. */
export const districtIn = (text: string, districts: readonly District[]): Found | undefined => {
  const named = districts.flatMap(({ code, name }) => {
    const bare = name.replace(/^(Kabupaten|Kota) /i, '')
    const others = Object.entries(shortNames).flatMap(([short, full]) =>
      full === lettersOf(bare) ? [short] : [],
    )
    return [bare, ...others].map(word => ({ code, word }))
  })
  for (const { code, word } of named.toSorted((a, b) => b.word.length - a.word.length)) {
    const words = new RegExp(`(?:(?:kab(?:upaten|\\.)?|kota)\\s*)?\\b${spelled(word)}\\b`, 'i').exec(
      text,
    )?.[0]
    if (words) return found(code, words)
  }
  return undefined
}

const otherNames: Record<string, string> = { saudi: 'SA', ksa: 'SA', uea: 'AE', dubai: 'AE', hongkong: 'HK' }

export const countryIn = (text: string): Found | undefined => {
  const named = countries.flatMap(code =>
    [languages.id.country(code), languages.en.country(code)].map(word => [word, code] as const),
  )
  for (const [word, code] of [...named, ...Object.entries(otherNames)]) {
    const words = new RegExp(`\\b${word.replace(/[^\p{L} ]/gu, '.')}\\b`, 'iu').exec(text)?.[0]
    if (words) return found(code, words)
  }
  return undefined
}
