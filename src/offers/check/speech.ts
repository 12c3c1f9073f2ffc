import type { Span } from './inspection.ts'
import { longestInspected, type Word } from './words.ts'

/** How the words of a text are spoken: those between quotation marks are somebody else's, and a question asserts nothing. */
export interface Speech {
  /** Whether what begins here stands between quotation marks. */
  isQuoted(span: Span): boolean
  /** Whether this sentence, by its number, ends with a question mark. */
  isAsked(sentence: number): boolean
}

// A quotation that is never closed is none, and one of a word or two is only stressed.
const quotation = /"[^"\n]{12,600}"|“[^”\n]{12,600}”|«[^»\n]{12,600}»|„[^“”\n]{12,600}[“”]/gu

/** Reads which words are quoted and which sentences are asked; each place of the text is looked at a bounded number of times. */
export const speechOf = (text: string, words: readonly Word[]): Speech => {
  const quoted = quotationsIn(text.slice(0, longestInspected).trimEnd())
  const asked = new Set(words.filter((_, at) => isBeforeQuestionMark(text, words, at)).map(w => w.sentence))
  return {
    isQuoted: ({ start }) => quoted.some(span => span.start <= start && start < span.end),
    isAsked: sentence => asked.has(sentence),
  }
}

/** A text that is one quotation from end to end is somebody's words copied whole: read as if the marks were not there. */
const quotationsIn = (text: string): Span[] => {
  const found = [...text.matchAll(quotation)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const length = found.reduce((sum, { start, end }) => sum + end - start, 0)
  return length > text.length * 0.9 ? [] : found
}

const isBeforeQuestionMark = (text: string, words: readonly Word[], at: number) => {
  const { end, sentence } = words[at]!
  const next = words[at + 1]
  if (next?.sentence === sentence) return false
  return /[?？]/.test(text.slice(end, Math.min(next?.start ?? text.length, end + 20)))
}
