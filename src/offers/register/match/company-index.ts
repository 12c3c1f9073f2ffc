import { type NameWord, nameWords } from './name-words.ts'

export interface Named {
  id: number
  name: string
}

/** A company as it is compared. */
export interface Entry extends Named {
  words: NameWord[]
  joined: string
  initials: string
}

/** The register made ready for looking up names; built once for each edition of it. */
export interface CompanyIndex {
  entries: readonly Entry[]
  /** How much a word says about which company it is: rare ones much, "indonesia" hardly anything. */
  weightOf(word: string): number
  knows(word: string): boolean
  /** Entries that share most with these letters, best first. */
  alike(joined: string, most: number): { entry: Entry; overlap: number }[]
  byInitials(initials: string): Entry[]
}

export const indexCompanies = (companies: readonly Named[]): CompanyIndex => {
  const entries = companies.map(entryOf)
  const spread = countWords(entries)
  const weightOf = (word: string) => Math.log(1 + entries.length / (spread.get(word) ?? unheard))
  return {
    entries,
    weightOf,
    knows: word => spread.has(word),
    alike: trigramIndex(entries),
    byInitials: initials => entries.filter(entry => entry.initials === initials),
  }
}

/** A word that no company bears weighs as much as one that a few bear. */
const unheard = 4

const entryOf = ({ id, name }: Named): Entry => {
  const words = nameWords(name)
  return {
    id,
    name,
    words,
    joined: words.map(({ folded }) => folded).join(''),
    initials: words.map(({ plain }) => plain[0]).join(''),
  }
}

const countWords = (entries: Entry[]) => {
  const spread = new Map<string, number>()
  for (const { words } of entries)
    for (const word of new Set(words.map(({ folded }) => folded)))
      spread.set(word, (spread.get(word) ?? 0) + 1)
  return spread
}

const trigramIndex = (entries: Entry[]) => {
  const places = new Map<string, number[]>()
  const sizes = entries.map(({ words }, place) => {
    const grams = trigramsOf(words.map(({ folded }) => folded))
    for (const gram of grams) places.set(gram, [...(places.get(gram) ?? []), place])
    return grams.size
  })
  return (joined: string, most: number) => {
    const grams = trigramsOf([joined])
    const shared = new Map<number, number>()
    for (const gram of grams)
      for (const place of places.get(gram) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1)
    return [...shared]
      .map(([place, count]) => [place, (2 * count) / (grams.size + sizes[place]!)] as const)
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([place, overlap]) => ({ entry: entries[place]!, overlap }))
  }
}

/** Three letters at a time inside each word: the order of words and the spaces between them count for little. */
const trigramsOf = (words: string[]) => {
  const grams = new Set<string>()
  for (const word of words)
    for (let at = 0; at < Math.max(1, word.length - 2); at++) grams.add(word.slice(at, at + 3))
  return grams
}
