import { distance } from 'fastest-levenshtein'
import { type NameParts, namePartsOf } from './company-name.ts'

export interface Match {
  licence: string
  name: string
  /** `same`: this company, typing errors aside. `near`: only to be asked about, never acted on. */
  confidence: 'same' | 'near'
  /** 0 to 1, for the order. */
  score: number
}

export interface NameIndex {
  companies: { licence: string; name: string; parts: NameParts; grams: number }[]
  byGram: Map<string, number[]>
  words: Set<string>
}

/** Made once for a list; a look-up then touches only names that share letters with it. */
export const indexNames = (list: readonly { licence: string; name: string }[]): NameIndex => {
  const byGram = new Map<string, number[]>()
  const words = new Set<string>()
  const companies = list.map(({ licence, name }, at) => {
    const parts = namePartsOf(name)
    const grams = gramsOf(parts)
    for (const gram of grams) byGram.set(gram, [...(byGram.get(gram) ?? []), at])
    for (const word of parts.words) words.add(word)
    return { licence, name, parts, grams: grams.size }
  })
  return { companies, byGram, words }
}

/** The companies that a name may mean, best first; at most one of them is `same`. */
export const matchCompany = (name: string, index: NameIndex): Match[] => {
  const asked = namePartsOf(name)
  if (asked.joined.length < 2) return []
  const found = candidates(asked, index)
    .map(({ at, overlap }) => judge(asked, index, at, overlap))
    .filter(({ score }) => score >= 0.25)
    .sort((a, b) => b.score - a.score)
  const [best, second] = found
  const doubtful = second?.confidence === 'same' && best && best.score < 1 && best.score - second.score < 0.03
  const twice = second?.score === 1
  return found
    .slice(0, 5)
    .map((match, at) => (at > 0 || doubtful || twice ? { ...match, confidence: 'near' } : match))
}

const candidates = (asked: NameParts, { companies, byGram }: NameIndex) => {
  const grams = gramsOf(asked)
  const shared = new Map<number, number>()
  for (const gram of grams) for (const at of byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const close = [...shared]
    .map(([at, count]) => ({ at, overlap: (2 * count) / (grams.size + companies[at]!.grams) }))
    .sort((a, b) => b.overlap - a.overlap)
    .slice(0, 12)
  if (asked.words.length > 1 || asked.joined.length > 6) return close
  const initialled = companies.flatMap(({ parts }, at) =>
    sameInitials(asked, parts) ? [{ at, overlap: 0.5 }] : [],
  )
  return [...close.filter(({ at }) => !initialled.some(other => other.at === at)), ...initialled.slice(0, 5)]
}

const sameInitials = (asked: NameParts, { initials }: NameParts) =>
  initials.length > 1 && asked.joined === initials.replace(/[il]/g, 'l').replace(/(.)\1+/g, '$1')

const judge = (asked: NameParts, { companies, words }: NameIndex, at: number, overlap: number): Match => {
  const { licence, name, parts } = companies[at]!
  const near = { licence, name, confidence: 'near' as const, score: overlap * 0.7 }
  if (asked.joined === parts.joined || asked.sorted === parts.sorted)
    return { licence, name, confidence: 'same', score: 1 }
  const errors = wordErrors(asked.words, parts.words, words) ?? spacingErrors(asked, parts)
  if (errors === undefined) return near
  const score = 1 - errors / Math.max(parts.joined.length, asked.joined.length)
  return score >= 0.72 ? { licence, name, confidence: 'same', score } : near
}

/** Word by word, in any order. A word that the register knows from elsewhere is another word and not a slip. */
const wordErrors = (asked: string[], held: string[], known: Set<string>): number | undefined => {
  if (asked.length !== held.length) return undefined
  const left = [...asked]
  let errors = 0
  for (const word of [...held].sort((a, b) => Number(asked.includes(b)) - Number(asked.includes(a)))) {
    const best = left.reduce(
      (found, other, at) => {
        const slips = slipsBetween(other, word)
        return slips < found.slips ? { at, slips } : found
      },
      { at: -1, slips: Infinity },
    )
    if (best.at < 0 || best.slips > slipsAllowed(word.length)) return undefined
    if (best.slips > 0 && known.has(left[best.at]!)) return undefined
    errors += best.slips
    left.splice(best.at, 1)
  }
  return errors
}

// Words run together or torn apart: the letters are nearly all there.
const spacingErrors = (asked: NameParts, held: NameParts) => {
  if (asked.words.length === held.words.length) return undefined
  const errors = slipsBetween(asked.joined, held.joined)
  return errors <= Math.max(1, Math.floor(held.joined.length / 9)) ? errors : undefined
}

const slipsAllowed = (length: number) => (length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3)

const slipsBetween = (a: string, b: string) => {
  const slips = distance(a, b)
  return slips === 2 && a.length === b.length && swapped(a, b) ? 1 : slips
}

const swapped = (a: string, b: string) => {
  const at = [...a].findIndex((letter, place) => letter !== b[place])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

const gramsOf = ({ words, joined }: NameParts): Set<string> => {
  const grams = new Set<string>()
  for (const text of [joined, ...words.map(word => `^${word}`)])
    for (let at = 0; at + 2 <= text.length; at++) grams.add(text.slice(at, at + 3))
  return grams
}
