import { readDay } from '../../offers/index.ts'
import { countryIn, type District, type Found } from '../read-value.ts'
import { type ReadPerson, readPersons } from './read-persons.ts'

export const journeyFields = ['day', 'time', 'flight', 'country'] as const
export type JourneyField = (typeof journeyFields)[number]

export interface ReadLetter {
  journey: Partial<Record<JourneyField, Found>>
  persons: ReadPerson[]
}

/**
 * What a letter, a radiogram or a list says of an arrival, each thing with the words that say it. Only patterns, no guesses: what
 * is not found stays empty, and an officer looks at all of it before anything is kept.
 */
export const readLetter = (
  given: string,
  districts: readonly District[],
  today: Temporal.PlainDate,
): ReadLetter => {
  const text = given.replace(/\r\n?/g, '\n')
  const journey: Record<JourneyField, Found | undefined> = {
    day: dayIn(text, today),
    time: timeIn(text),
    flight: flightIn(text),
    country: countryIn(text),
  }
  return {
    journey: Object.fromEntries(Object.entries(journey).filter(([, value]) => value !== undefined)),
    persons: readPersons(text, districts, today),
  }
}

const arrives = /\b(tiba|kedatangan|mendarat|landing|arriv\w*|dipulangkan|pulang|dijemput|jemput)\b/gi
const date = /\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}{3,9}\.? \d{4}/gu

/** The day nearest behind a word of arriving; else the first that has not passed. */
const dayIn = (text: string, today: Temporal.PlainDate): Found | undefined => {
  const days = [...text.matchAll(date)].flatMap(match => {
    const value = readDay(match[0])
    return value && Temporal.PlainDate.compare(value, today.subtract({ days: 7 })) >= 0
      ? [{ value, words: match[0], at: match.index }]
      : []
  })
  const words = [...text.matchAll(arrives)].map(({ index }) => index)
  const behind = days.find(({ at }) => words.some(word => at > word && at - word < nearness))
  const { value, words: said } = behind ?? days[0] ?? {}
  if (value && said) return { value, words: said }
  const tomorrow = /\b(besok|esok hari)\b/i.exec(text)?.[0]
  return tomorrow ? { value: String(today.add({ days: 1 })), words: tomorrow } : undefined
}

/** Letters between a word of arriving and its day. */
const nearness = 90

const timeIn = (text: string): Found | undefined => {
  const found = /\b(?:pukul|jam|pkl\.?|eta)\s*(\d{1,2})[.:](\d{2})/i.exec(text)
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return undefined
  return { value: `${found[1]!.padStart(2, '0')}:${found[2]}`, words: found[0] }
}

/** Airlines that fly to or on to Sulawesi, and those on which workers come home. */
const airlines = 'GA|JT|ID|IU|IW|QG|SJ|IN|QZ|AK|D7|MH|OD|SQ|TR|SV|QR|EK|EY|WY|CX|CI|BR|BI|KE|OZ|TK|GF|KU'

const flightIn = (text: string): Found | undefined => {
  const found = new RegExp(`\\b(${airlines})[ -]?(\\d{2,4})\\b`).exec(text)
  return found ? { value: `${found[1]} ${found[2]}`, words: found[0] } : undefined
}
