import type { Word } from './words.ts'

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

type Element =
  | { kind: 'word'; words: ReadonlySet<string>; beginnings: readonly string[] }
  | { kind: 'gap'; most: number }
  | { kind: 'either'; rows: readonly Element[][] }

export interface Phrase {
  elements: readonly Element[]
  /** Words that a match can begin with, `#` for any number; undefined when only a look can tell. */
  first: ReadonlySet<string> | undefined
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
  return { elements, first: firstWords(elements[0]!) }
}

/** Every plain word that a phrase or list names: the words worth recognising in a disguise. */
export const wordsNamed = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s/]+/)
    .map(word => word.replace(/\*$/, ''))
    .filter(word => /^[\p{L}\d]{2,}$/u.test(word))

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
  return { kind: 'either', rows: lone.length > 0 ? [[one], ...several] : several }
}

const oneOf = (words: string[]): Element => ({
  kind: 'word',
  words: new Set(words.filter(word => !word.endsWith('*'))),
  beginnings: words.filter(word => word.endsWith('*')).map(word => word.slice(0, -1)),
})

/** Phrases by the words they can begin with, so that only those are tried whose beginning stands in the text. */
export interface PhraseGroup {
  byFirst: readonly (readonly [first: string, phrases: readonly Phrase[]])[]
  anywhere: readonly Phrase[]
}

export const groupOf = (phrases: readonly Phrase[]): PhraseGroup => {
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases)
    for (const word of phrase.first ?? []) byFirst.set(word, [...(byFirst.get(word) ?? []), phrase])
  return { byFirst: [...byFirst], anywhere: phrases.filter(({ first }) => !first) }
}

const firstWords = (element: Element): ReadonlySet<string> | undefined => {
  if (element.kind === 'gap') return undefined
  if (element.kind === 'word') return element.beginnings.length ? undefined : element.words
  const sets = element.rows.map(row => firstWords(row[0]!))
  return sets.some(set => !set) ? undefined : new Set(sets.flatMap(set => [...set!]))
}

/** Counts what matching costs, so that a search ends however the phrase and the text are made. */
export interface Effort {
  left: number
}

/** @returns the index after the last word of the longest match that begins here, within one sentence; 0 for none */
export const matchAt = (phrase: Phrase, words: readonly Word[], at: number, effort: Effort): number =>
  Math.max(0, ...follow(phrase.elements, words, [at], words[at]!.sentence, effort))

const follow = (
  row: readonly Element[],
  words: readonly Word[],
  from: number[],
  sentence: number,
  effort: Effort,
): number[] => {
  let places = from
  for (const element of row) {
    if (places.length === 0 || effort.left <= 0) return []
    effort.left -= places.length * costOf(element)
    places = step(element, words, places, sentence, effort)
  }
  return places
}

const step = (
  element: Element,
  words: readonly Word[],
  places: number[],
  sentence: number,
  effort: Effort,
): number[] => {
  if (element.kind === 'word') {
    const next: number[] = []
    for (const at of places) {
      const word = words[at]
      if (word && word.sentence === sentence && fits(element, word.text)) next.push(at + 1)
    }
    return next
  }
  if (element.kind === 'gap') return widened(places, element.most)
  return [...new Set(element.rows.flatMap(row => follow(row, words, places, sentence, effort)))]
}

/** Every place that can be reached by passing over some words; the places are in order. */
const widened = (places: number[], most: number) => {
  const next: number[] = []
  for (const place of places.toSorted((a, b) => a - b))
    for (let at = Math.max(place, (next.at(-1) ?? -1) + 1); at <= place + most; at++) next.push(at)
  return next
}

const fits = ({ words, beginnings }: Extract<Element, { kind: 'word' }>, text: string) =>
  words.has(text) ||
  (words.has('#') && isNumber(text)) ||
  beginnings.some(beginning => text.startsWith(beginning))

export const isNumber = (text: string) => text >= '0' && text < ':'

/** What one step over all places costs, at most. */
const costOf = (element: Element) => {
  if (element.kind === 'gap') return element.most + 1
  return element.kind === 'word' ? 1 + element.beginnings.length : 1
}
