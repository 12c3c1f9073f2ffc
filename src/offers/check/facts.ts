import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Facts } from './inspection.ts'
import type { Plausibility } from './plausibility.ts'
import { wagesOf } from './wages.ts'
import { longestInspected, type Word } from './words.ts'

/** What a text says of itself, read without judging. */
export const factsOf = (text: string, words: readonly Word[], data: Plausibility): Facts => ({
  ...named(words, data),
  companies: companiesOf(text.slice(0, longestInspected)),
  phones: phonesOf(text.slice(0, longestInspected)),
  wages: wagesOf(words, data),
})

/** Codes whose names stand in the text, each once, in the order of the data. */
const named = (words: readonly Word[], data: Plausibility): Pick<Facts, 'countries' | 'jobs'> => {
  const asWritten = words.filter(({ start }, at) => start !== words[at - 1]?.start)
  const spoken = ` ${words.map(({ text }) => text).join(' ')} / ${asWritten.map(({ plain }) => plain).join(' ')} `
  const single = new Set(spoken.split(' '))
  const isSaid = ({ name, first }: Name) =>
    single.has(first) && (first === name || spoken.includes(` ${name} `))
  const said = (entries: Named[]) => entries.filter(({ names }) => names.some(isSaid)).map(({ code }) => code)
  const { countries, jobs } = namesIn(data)
  return { countries: said(countries), jobs: said(jobs) }
}

interface Name {
  name: string
  first: string
}
interface Named {
  code: string
  names: Name[]
}

const readied = new WeakMap<Plausibility, { countries: Named[]; jobs: Named[] }>()

/** Names made ready once for each version of the figures, not for each text. */
const namesIn = (data: Plausibility) => {
  const known = readied.get(data)
  if (known) return known
  const made = {
    countries: data.countries.map(({ code, names }) => ({ code, names: names.map(nameOf) })),
    jobs: data.jobs.map(({ id, names }) => ({ code: id, names: names.map(nameOf) })),
  }
  readied.set(data, made)
  return made
}

const nameOf = (given: string): Name => {
  const name = given.toLowerCase()
  return { name, first: name.split(' ', 1)[0]! }
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
