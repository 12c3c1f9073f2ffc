import { datesIn } from './dates.ts'
import { type Hit, type Known, placesOf, type Rule } from './finding.ts'

/** Every figure of an article is one that is recorded. */
export const figures: Rule = {
  name: 'figures',
  look: (text, known) => {
    const dates = datesIn(text)
    const told = numbersIn(recordedWords(known))
    return placesOf(text, figure)
      .filter(({ start, end }) => !dates.some(date => date.start < end && start < date.end))
      .filter(({ match, start, end }) => !isReference(text, start, end) && !isYear(match[0]))
      .flatMap(({ match, start, end }): Hit[] => {
        const value = worth(match[0])
        const { figures: recorded } = known.facts
        const thing = /^\s+(\p{L}+)/u.exec(text.slice(end))?.[1]?.toLowerCase()
        const meant = recorded.filter(({ name }) => thing && firstWord(name) === thing)
        const right = meant.length === 1 ? meant[0] : undefined
        if (right && right.value !== value)
          return [
            {
              start,
              end,
              why: 'check.figure' as const,
              values: { right: write(right.value), source: right.source },
              fix: write(right.value),
            },
          ]
        const isTold = told.has(value) || recorded.some(one => one.value === value)
        return isTold ? [] : [{ start, end, why: 'check.figure-unrecorded' as const }]
      })
  },
}

const figure =
  /(?<![\p{L}\d/.,-])\d{1,3}(?:\.\d{3})+(?![\d/])|(?<![\p{L}\d/.,-])\d{1,6}(?:,\d+)?(?![\p{L}\d/])/gu

const recordedWords = ({ facts }: Known) =>
  [facts.what, facts.aim, facts.where?.place, facts.where?.name, ...facts.offices].join(' ')

const numbersIn = (text: string) => new Set(placesOf(text, figure).map(({ match }) => worth(match[0])))

const worth = (written: string) => Number(written.replaceAll('.', '').replace(',', '.'))

const write = (value: number) => new Intl.NumberFormat('id-ID').format(value)

const firstWord = (name: string) => name.toLowerCase().split(/\s+/)[0]

const isYear = (written: string) => /^(?:19|20)\d{2}$/.test(written)

/** A law, a letter or the time of day: no figure of what happened. */
const isReference = (text: string, start: number, end: number) =>
  /(?:pukul|jam|nomor|no\.?|pasal|ayat|UU|PP)\s*$/i.test(text.slice(0, start)) ||
  /^[.:]\d{2}|^\s*(?:WITA|WIB|WIT)\b/.test(text.slice(end))
