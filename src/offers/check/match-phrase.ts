import { type Element, isNumber, type Phrase } from './phrase.ts'
import type { Word } from './words.ts'

/** Counts what matching costs, so that a search ends however the phrase and the text are made. */
export interface Effort {
  left: number
}

/** @returns the index after the last word of the longest match that begins here, within one sentence; 0 for none */
export const matchAt = (phrase: Phrase, words: readonly Word[], at: number, effort: Effort): number => {
  const first = phrase.elements[0]!
  const { text, sentence } = words[at]!
  if (first.kind === 'word' && !fits(first, text)) return 0
  return Math.max(0, ...follow(phrase.elements, words, [at], sentence, effort))
}

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
  const next = new Set<number>()
  for (const at of places) {
    const rows = rowsAt(element, words[at]?.text ?? '')
    effort.left -= rows.length
    for (const row of rows) for (const end of follow(row, words, [at], sentence, effort)) next.add(end)
  }
  return [...next]
}

const rowsAt = ({ byFirst, anywhere }: Extract<Element, { kind: 'either' }>, text: string) => [
  ...(byFirst.get(text) ?? []),
  ...((isNumber(text) && byFirst.get('#')) || []),
  ...anywhere,
]

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
  (beginnings.length > 0 && beginnings.some(beginning => text.startsWith(beginning)))

/** What one step over all places costs, at most. */
const costOf = (element: Element) => {
  if (element.kind === 'gap') return element.most + 1
  return element.kind === 'word' ? 1 + element.beginnings.length : 1
}
