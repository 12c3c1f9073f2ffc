import type { Span } from './inspection.ts'
import { type Letter, lettersOf } from './letters.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Word extends Span {
  text: string
  /** As it was written, before it was taken for a known word. */
  plain: string
  /** Sentences and clauses are counted up through the text: what stands in one belongs together. */
  sentence: number
  clause: number
}

/** UTF-16 units of a text that are looked at; what comes after is said to have been left out. */
export const longestInspected = 20_000

/** A text as words in their plainest form, each with where it stands in the text as given. */
export const wordsOf = (text: string, vocabulary: Vocabulary): Word[] =>
  joinSpaced(piecesOf(lettersOf(text.slice(0, longestInspected))), vocabulary).flatMap(piece =>
    canonical(piece.text, vocabulary).map(word => ({ ...piece, text: word, plain: piece.text })),
  )

interface Piece extends Omit<Word, 'plain'> {
  /** Signs between this piece and the one before. */
  gap: string
}

const ends = new Set(['.', '!', '?', ';', '\n'])
/** A number, a sign of money before a number, or letters with what stands in their place. */
const wordLike =
  /\d+(?:[.,]\d+)*|\p{L}{0,3}[$€£¥](?= ?\d)|\p{L}{1,4}(?=\d{1,3}[.,]\d{3}(?!\d))|[\p{L}@$][\p{L}\d@$]*/gu

const piecesOf = (letters: Letter[]): Piece[] => {
  const plain = letters.map(({ char }) => (char.length === 1 ? char : ' ')).join('')
  const pieces: Piece[] = []
  let [sentence, clause, last] = [0, 0, 0]
  for (const { 0: found, index } of plain.matchAll(wordLike)) {
    const gap = plain.slice(last, index)
    const spaced = found.length === 1 && gap.length <= 2
    if (
      !spaced &&
      [...gap].some(
        (sign, at) =>
          ends.has(sign) &&
          (sign !== '.' || gap[at + 1] === ' ' || (gap.length === 1 && pieces.at(-1)?.text.length !== 1)),
      )
    )
      sentence++
    if (/[,:()\-\n.!?;&]/.test(gap)) clause++
    last = index + found.length
    for (const [from, to] of partsOf(found))
      pieces.push({
        text: found.slice(from, to),
        start: letters[index + from]!.start,
        end: letters[index + to - 1]!.end,
        sentence,
        clause,
        gap: from === 0 ? gap : '',
      })
  }
  return pieces
}

/** A sign of money written against its amount, RM2500, is two words. */
const partsOf = (found: string): [number, number][] => {
  const sign = /^\p{L}{1,4}(?=\d{2,}$)/u.exec(found)?.[0].length
  return sign
    ? [
        [0, sign],
        [sign, found.length],
      ]
    : [[0, found.length]]
}

/** v i s a, v.i.s.a: letters one by one are a word; two spaces or more part two of them. */
const joinSpaced = (pieces: Piece[], vocabulary: Vocabulary): Piece[] => {
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    let end = at + 1
    while (end < pieces.length && isLone(pieces[end]!) && isLone(pieces[at]!) && isTight(pieces[end]!.gap))
      end++
    if (end - at >= 3) joined.push(...split(pieces.slice(at, end), vocabulary))
    else joined.push(...pieces.slice(at, end))
    at = end
  }
  return joined
}

const isLone = ({ text }: Piece) => text.length === 1
const isTight = (gap: string) => /^(?:[ .\-*/]|[ ]?[.\-*/][ ]?| {1,3})$/.test(gap) && !gap.includes('\n')

/** Known words out of a row of letters: the longest first, what is left over as it is. */
const split = (lone: Piece[], vocabulary: Vocabulary): Piece[] => {
  const words: Piece[] = []
  for (let at = 0; at < lone.length; ) {
    let end = Math.min(lone.length, at + 14)
    while (end - at > 2 && !isKnown(textOf(lone, at, end), vocabulary)) end--
    if (end - at <= 2) end = wideGapAfter(lone, at)
    words.push({ ...lone[at]!, text: textOf(lone, at, end), end: lone[end - 1]!.end })
    at = end
  }
  return words
}

const wideGapAfter = (lone: Piece[], at: number) => {
  let end = at + 1
  while (end < lone.length && lone[end]!.gap.length === 1) end++
  return end
}

const textOf = (pieces: Piece[], at: number, end: number) =>
  pieces
    .slice(at, end)
    .map(({ text }) => text)
    .join('')

const isKnown = (word: string, vocabulary: Vocabulary) =>
  vocabulary.has(word) || vocabulary.spellings.has(word)

/** The word, or words, that a spelling stands for. */
const canonical = (word: string, vocabulary: Vocabulary): string[] => {
  const spelled = (form: string) =>
    vocabulary.has(form) ? [form] : (vocabulary.spellings.get(form) ?? undefined)
  const first = vocabulary.spellings.get(word) ?? spelled(word)
  if (first) return first
  if (/^[\d.,]+$/.test(word)) return [word]
  const twice = /^(\p{L}{3,})2$/u.exec(word)?.[1]
  if (twice && isKnown(twice, vocabulary)) return Array(2).fill(canonical(twice, vocabulary)).flat()
  for (const form of formsOf(word)) {
    const known = spelled(form)
    if (known) return known
  }
  return [vocabulary.near(word) ?? word]
}

function* formsOf(word: string) {
  const read = /[\d@$]/.test(word) ? word.replace(/[\d@$]/g, sign => leet[sign] ?? sign) : word
  if (read !== word) yield read
  const thin = read.replace(/(.)\1{2,}/g, '$1')
  if (thin !== read) yield thin
  const single = read.replace(/(.)\1+/g, '$1')
  if (single !== thin) yield single
  for (const suffix of suffixes)
    if (thin.endsWith(suffix) && thin.length - suffix.length >= 3) yield thin.slice(0, -suffix.length)
}

const leet: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
}
const suffixes = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'in', 'an', 'ne', 'e']
