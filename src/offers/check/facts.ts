import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Facts } from './inspection.ts'
import type { Plausibility } from './plausibility.ts'
import { wagesOf } from './wages.ts'
import { longestInspected, type Word } from './words.ts'

/** What a text says of itself, read without judging. */
export const factsOf = (text: string, words: readonly Word[], data: Plausibility): Facts => ({
  countries: named(
    words,
    data.countries.map(({ code, names }) => [code, names]),
  ),
  jobs: named(
    words,
    data.jobs.map(({ id, names }) => [id, names]),
  ),
  companies: companiesOf(text.slice(0, longestInspected)),
  phones: phonesOf(text.slice(0, longestInspected)),
  wages: wagesOf(words, data),
})

/** Codes whose names stand in the text, each once, in the order of the data. */
const named = (words: readonly Word[], entries: [code: string, names: string[]][]): string[] => {
  const asWritten = words.filter(({ start }, at) => start !== words[at - 1]?.start)
  const spoken = ` ${words.map(({ text }) => text).join(' ')} / ${asWritten.map(({ plain }) => plain).join(' ')} `
  const single = new Set(spoken.split(' '))
  const isSaid = (name: string) => {
    const space = name.indexOf(' ')
    return space < 0 ? single.has(name) : single.has(name.slice(0, space)) && spoken.includes(` ${name} `)
  }
  return entries.filter(([, names]) => names.some(name => isSaid(name.toLowerCase()))).map(([code]) => code)
}

// A full stop ends a name, but for initials and inside a word; nor is the word for a telephone part of it.
const nameWord = String.raw`(?!(?:WA|HP|Telp|Tlp|Hub)(?![\p{L}\d]))(?:\p{Lu}\.[ ]?(?=\p{Lu})){0,4}\p{Lu}(?:[\p{L}\d&'’-]|\.(?=[\p{Ll}\d])){0,30}`
const company = new RegExp(
  String.raw`(?<![\p{L}\d])(?:P\.? ?T\.?|CV\.?|PT\.?)[ ]{1,3}${nameWord}(?:[ ]{1,2}(?!(?:dan|and|&)[ ]{1,2}(?:PT|CV))(?:${nameWord}|&|dan|and)){0,6}`,
  'gu',
)
const lowerCompany = /(?<![\p{L}\d])(?:pt|cv)\.?[ ]{1,3}((?:[a-z]{3,20})(?:[ ]{1,2}[a-z]{3,20}){0,2})/gu
const trailing = /[ ]{1,2}(?:dan|and|&)$/u

const companiesOf = (text: string): Facts['companies'] => {
  const found = [...text.matchAll(company)]
  return (found.length > 0 ? found : [...text.matchAll(lowerCompany)]).slice(0, 8).map(match => {
    const name = match[0].replace(trailing, '').replace(/[.,]+$/, '')
    return { name, span: { start: match.index, end: match.index + name.length } }
  })
}

// Letters that are put in place of digits, between digits.
const run = /(?<![\p{L}\d])[+(]?[\doOlI](?:[ ().\-–_/*]{0,3}[\doOlI]){8,15}(?![\p{L}\d])/gu

const phonesOf = (text: string): Facts['phones'] =>
  [...text.matchAll(run)].slice(0, 20).flatMap(match => {
    if ((match[0].match(/\d/g)?.length ?? 0) < 5 || /^\(?[0oO]{2}/.test(match[0])) return []
    const digits = match[0]
      .replace(/[oO]/g, '0')
      .replace(/[lI]/g, '1')
      .replace(/[^\d+]/g, '')
    const phone = parsePhoneNumberFromString(
      /^(?:60|62|63|65|66|81|82|84|852|855|886|95|96\d|97\d)/.test(digits) ? `+${digits}` : digits,
      'ID',
    )
    return phone?.isPossible()
      ? [{ e164: phone.number, span: { start: match.index, end: match.index + match[0].length } }]
      : []
  })
