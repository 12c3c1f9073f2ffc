import { negators } from './negators.ts'
import { wordsNamed } from './phrase.ts'
import type { RuleSet } from './rule.ts'

/** The words that rules know, and what else stands for them. */
export interface Vocabulary {
  has(word: string): boolean
  /** The known word that this one is, but for one slip. */
  near(word: string): string | undefined
  spellings: ReadonlyMap<string, string[]>
}

export const vocabularyOf = (set: RuleSet): Vocabulary => {
  const texts = [
    ...Object.values(set.lists).flat(),
    ...Object.values(set.signals).flatMap(({ phrases }) => phrases),
    ...set.rules.flatMap(({ phrases, unless }) => [...phrases, ...unless]),
    ...set.cautions,
    ...Object.values(set.spellings),
    ...negators,
  ]
  const words = new Set(texts.flatMap(wordsNamed))
  const spellings = new Map(
    Object.entries(set.spellings).map(([from, to]) => [from.toLowerCase(), to.toLowerCase().split(/\s+/)]),
  )
  const shortened = shortenedForms(words)
  return {
    has: word => words.has(word),
    near: word => nearest(word, words, shortened),
    spellings,
  }
}

const longEnough = 7
/** Shorter words that differ by one letter are mostly two words: penjaga, penjara. */
const longEnoughToSwap = 9

/** Each long word with one letter left out, so that a word with one slip is found by looking up, not by comparing with all. */
const shortenedForms = (words: ReadonlySet<string>) => {
  const forms = new Map<string, string[]>()
  for (const word of words)
    if (word.length >= longEnough)
      for (const form of withoutOne(word)) {
        const known = forms.get(form)
        if (!known) forms.set(form, [word])
        else if (known.length < 4) known.push(word)
      }
  return forms
}

const nearest = (
  word: string,
  words: ReadonlySet<string>,
  shortened: ReadonlyMap<string, readonly string[]>,
) => {
  if (word.length < longEnough - 1 || word.length > 24) return undefined
  for (const form of [word, ...withoutOne(word)]) {
    const candidates = words.has(form) && form.length >= longEnough ? [form] : (shortened.get(form) ?? [])
    const known = candidates.find(candidate => candidate[0] === word[0] && isOneSlip(word, candidate))
    if (known) return known
  }
  return undefined
}

/** A letter left out, put in or taken for another, or two neighbours that changed places. */
const isOneSlip = (word: string, known: string) => {
  let head = 0
  while (head < word.length && word[head] === known[head]) head++
  const [rest, other] = [word.slice(head), known.slice(head)]
  return (
    (rest.slice(1) === other.slice(1) && word.length >= longEnoughToSwap) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  )
}

const withoutOne = (word: string) =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2))
