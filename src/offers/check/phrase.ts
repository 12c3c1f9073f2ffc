import { isNegator } from './negators.ts'

/** A phrase cannot be read. The message says what is wrong, for the person who writes it. */
export class BadPhrase extends Error {
  readonly key: 'empty' | 'list-missing' | 'gap-at-edge' | 'too-long' | 'bad-word'
  readonly part: string
  constructor(key: BadPhrase['key'], part: string) {
    super(`${key}: ${part}`)
    this.key = key
    this.part = part
  }
}

export type Element =
  | { kind: 'word'; words: ReadonlySet<string>; beginnings: readonly string[] }
  | { kind: 'gap'; most: number }
  | { kind: 'either'; byFirst: ReadonlyMap<string, Element[][]>; anywhere: readonly Element[][] }

export interface Phrase {
  elements: readonly Element[]
  /** Words that a match can begin with, `#` for any number; undefined when only a look can tell. */
  first: ReadonlySet<string> | undefined
  /** Of each set at least one word must stand in the text; a cheap look before the costly one. */
  needs: readonly ReadonlySet<string>[]
  /** Whether it has a "no" of its own: then one among its words does not turn it around. */
  denies: boolean
}

const longest = 12
const gaps: Record<string, number> = { '..': 3, '...': 8 }

/** What phrases are read with: lists they may name, and spellings, so that a rule may be written in any of them. */
export interface Reading {
  lists: Readonly<Record<string, readonly string[]>>
  spellings: Readonly<Record<string, string>>
}

/** @throws BadPhrase */
export const readPhrase = (text: string, reading: Reading): Phrase => {
  const elements = readRow(text, reading, 0)
  return {
    elements,
    first: firstWords(elements[0]!),
    needs: elements.slice(1).flatMap(needOf),
    denies: elements.some(element => [...(firstWords(element) ?? [])].some(isNegator)),
  }
}

/** Every plain word that a phrase or list names: the words worth recognising in a disguise. */
export const wordsNamed = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s/]+/)
    .map(word => word.replace(/\*$/, ''))
    .filter(word => /^[\p{L}\d]{2,}$/u.test(word))

const fewWords = 16

/** Long lists are not worth asking for: one of their words mostly stands there. */
const needOf = (element: Element) => {
  const words = element.kind === 'gap' ? undefined : firstWords(element)
  return words && words.size <= fewWords ? [words] : []
}

const readRow = (text: string, reading: Reading, depth: number): Element[] => {
  const parts = text.toLowerCase().trim().split(/\s+/)
  if (parts[0] === '') throw new BadPhrase('empty', text)
  if (parts.length > longest) throw new BadPhrase('too-long', text)
  const elements = parts.map(part => readPart(part, reading, depth))
  if (elements[0]!.kind === 'gap' || elements.at(-1)!.kind === 'gap') throw new BadPhrase('gap-at-edge', text)
  return elements
}

const readPart = (part: string, reading: Reading, depth: number): Element => {
  if (gaps[part]) return { kind: 'gap', most: gaps[part] }
  if (part.startsWith('@')) {
    const rows = reading.lists[part.slice(1)]
    if (!rows || depth > 0) throw new BadPhrase('list-missing', part)
    return merged(rows.map(row => readRow(row, reading, depth + 1)))
  }
  const words = part.split('/')
  if (words.some(word => !/^(?:#|[\p{L}\d]+\*?)$/u.test(word))) throw new BadPhrase('bad-word', part)
  return eitherOf(words.map(word => reading.spellings[word] ?? word))
}

const eitherOf = (words: string[]): Element =>
  merged(words.map(word => word.split(' ').map(part => oneOf([part]))))

/** Rows of one word are looked up together: that is what most lists are made of. */
const merged = (rows: Element[][]): Element => {
  const isLone = (row: Element[]) => row.length === 1 && row[0]!.kind === 'word'
  const lone = rows.filter(isLone).flatMap(row => (row[0]!.kind === 'word' ? [row[0]!] : []))
  const several = rows.filter(row => !isLone(row))
  const one: Element = {
    kind: 'word',
    words: new Set(lone.flatMap(({ words }) => [...words])),
    beginnings: lone.flatMap(({ beginnings }) => beginnings),
  }
  if (several.length === 0) return one
  return eitherRow(lone.length > 0 ? [[one], ...several] : several)
}

const eitherRow = (rows: Element[][]): Element => {
  const byFirst = new Map<string, Element[][]>()
  const anywhere: Element[][] = []
  for (const row of rows) {
    const first = firstWords(row[0]!)
    if (!first) anywhere.push(row)
    for (const word of first ?? []) byFirst.set(word, [...(byFirst.get(word) ?? []), row])
  }
  return { kind: 'either', byFirst, anywhere }
}

const oneOf = (words: string[]): Element => ({
  kind: 'word',
  words: new Set(words.filter(word => !word.endsWith('*'))),
  beginnings: words.filter(word => word.endsWith('*')).map(word => word.slice(0, -1)),
})

/** Phrases by the words they can begin with, so that only those are tried whose beginning stands in the text. */
export interface PhraseGroup {
  byFirst: ReadonlyMap<string, readonly Phrase[]>
  anywhere: readonly Phrase[]
}

export const groupOf = (phrases: readonly Phrase[]): PhraseGroup => {
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases)
    for (const word of phrase.first ?? []) byFirst.set(word, [...(byFirst.get(word) ?? []), phrase])
  return { byFirst, anywhere: phrases.filter(({ first }) => !first) }
}

const firstWords = (element: Element): ReadonlySet<string> | undefined => {
  if (element.kind === 'gap') return undefined
  if (element.kind === 'word') return element.beginnings.length ? undefined : element.words
  return element.anywhere.length > 0 ? undefined : new Set(element.byFirst.keys())
}

export const isNumber = (text: string) => text >= '0' && text < ':'
