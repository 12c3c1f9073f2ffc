import { distance } from 'fastest-levenshtein'
import type { CompanyIndex, Entry } from './company-index.ts'
import { folded, type NameWord, nameWords } from './name-words.ts'
import { places } from './places.ts'

export interface Match {
  id: number
  name: string
  /** 0 to 1: how alike the names are. */
  confidence: number
  /** This company and no other; every other match is only to be asked about. */
  sure: boolean
}

/**
 * Which companies of the register a name may mean, best first.
 * Only the first can be sure: every word accounted for, and no other company nearly as close.
 */
export const matchCompany = (name: string, index: CompanyIndex): Match[] => {
  const words = nameWords(name)
  if (words.length === 0) return []
  const scored = index
    .alike(joinedOf(words), mostCompared)
    .map(({ entry, overlap }) => {
      const { score, whole } = likeness(words, entry, index)
      return { entry, score, whole, near: Math.max(score, overlap * lettersOnly) }
    })
    .filter(({ near }) => near >= nearFrom)
    .sort((a, b) => b.near - a.near)
  const [first, ...others] = scored
  const alone = others.every(({ score }) => (first?.score ?? 0) - score >= margin)
  const found = scored.slice(0, mostShown).map(({ entry: { id, name }, near, score, whole }, place) => ({
    id,
    name,
    confidence: Math.round(near * 100) / 100,
    sure: place === 0 && whole && score >= sureFrom && alone,
  }))
  return found.length > 0 ? found : byInitials(words, index)
}

/** Likeness of words, and not of single letters only: what is worth asking an officer about. */
export const worthAsking = 0.5

/** Candidates that are compared word by word, and matches that are named. */
const mostCompared = 40
const mostShown = 4

/** Found by trying out on made-up registers; the figures are printed by the test. */
const nearFrom = 0.35
const sureFrom = 0.72
const margin = 0.05
/** Letters in common, whatever the words: enough to ask, never to link. */
const lettersOnly = 0.7

interface Likeness {
  score: number
  /** No word of either is left without its like, but for places and words that say little. */
  whole: boolean
}

const likeness = (words: NameWord[], entry: Entry, index: CompanyIndex): Likeness => {
  const byWords = alignWords(words, entry, index)
  if (byWords.whole) return byWords
  const together = spacedOtherwise(words, entry, index)
  return together && together.score > byWords.score ? together : byWords
}

/** The same letters with the spaces elsewhere. */
const spacedOtherwise = (words: NameWord[], entry: Entry, index: CompanyIndex): Likeness | undefined => {
  const own = entry.words.map(word => word.folded)
  if (words.length === own.length && words.every(word => index.knows(word.folded))) return undefined
  const given = words.filter(word => !places.has(word.folded) || own.includes(word.folded))
  const apart = distance(folded(joinedOf(given)), folded(entry.joined))
  if (apart > Math.floor(entry.joined.length / lettersPerSlip)) return undefined
  return { score: 1 - apart / entry.joined.length, whole: apart === 0 || given.length !== own.length }
}

const lettersPerSlip = 7

const joinedOf = (words: NameWord[]) => words.map(word => word.folded).join('')

const alignWords = (words: NameWord[], { words: own }: Entry, index: CompanyIndex): Likeness => {
  const pairs = words
    .flatMap((word, from) => own.map((other, to) => ({ from, to, like: wordLikeness(word, other, index) })))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like)
  const [usedFrom, usedTo] = [new Set<number>(), new Set<number>()]
  let [alike, matched, weakest] = [0, 0, 1]
  for (const { from, to, like } of pairs) {
    if (usedFrom.has(from) || usedTo.has(to)) continue
    usedFrom.add(from)
    usedTo.add(to)
    matched += index.weightOf(own[to]!.folded)
    alike += index.weightOf(own[to]!.folded) * like
    weakest = Math.min(weakest, like)
  }
  const extra = weigh(
    words.filter((word, place) => !usedFrom.has(place) && !places.has(word.folded)),
    index,
  )
  const missing = weigh(
    own.filter((_, place) => !usedTo.has(place)),
    index,
  )
  return {
    score: alike / (matched + Math.max(extra, missing) + Math.min(extra, missing) / 2 || 1),
    whole: extra === 0 && missing <= matched * saysLittle && weakest >= weakestSure,
  }
}

/** A word left out says little when it weighs less than this share of those that are there. */
const saysLittle = 0.2
const weakestSure = 0.7

const weigh = (words: NameWord[], index: CompanyIndex) =>
  words.reduce((sum, word) => sum + index.weightOf(word.folded), 0)

/** 1 for the same word, less for a slip or an abbreviation; nothing for a word that is another company's own. */
const wordLikeness = (word: NameWord, other: NameWord, index: CompanyIndex): number => {
  if (word.folded === other.folded) return 1
  if (index.knows(word.folded)) return 0
  if (isBeginning(word.folded, other.folded)) return abbreviation
  const [slips, length] =
    [word.folded, word.plain]
      .map((written, form) => {
        const meant = form === 0 ? other.folded : other.plain
        return [slipsBetween(written, meant), Math.max(written.length, meant.length)] as const
      })
      .sort((a, b) => a[0] - b[0])[0] ?? []
  return slips! <= slipsAllowed(other.plain.length) ? 1 - slips! / length! : 0
}

const isBeginning = (word: string, whole: string) =>
  word.length >= 3 && whole.length - word.length >= 2 && whole.startsWith(word)

const abbreviation = 0.85

const slipsAllowed = (length: number) => (length <= 3 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3)

/** Two letters that changed places are one slip. */
const slipsBetween = (a: string, b: string) => {
  const apart = distance(a, b)
  return apart === 2 && a.length === b.length && sorted(a) === sorted(b) ? 1 : apart
}

const sorted = (word: string) => [...word].sort().join('')

/** PT BMI may be Bina Mandiri Internasional, or any other with these initials: never more than a question. */
const byInitials = (words: NameWord[], index: CompanyIndex): Match[] =>
  words.length === 1 && words[0]!.plain.length <= mostInitials
    ? index
        .byInitials(words[0]!.plain)
        .slice(0, mostShown)
        .map(({ id, name }) => ({ id, name, confidence: 0.4, sure: false }))
    : []

const mostInitials = 6
