/** A word of a name as it was written, and with letters that are taken for one another written as one. */
export interface NameWord {
  plain: string
  folded: string
}

/** The words that tell a company from others: without legal form, branch and signs. */
export const nameWords = (name: string): NameWord[] => {
  const words = joinLetters(
    plain(name)
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  ).map(withoutGluedForm)
  const kept = words.filter(word => !legalForms.has(word))
  return (kept.length > 0 ? kept : words).map(word => ({ plain: word, folded: sameWord(folded(word)) }))
}

/** 0 and o, l and i, rn and m, oe and u, doubled letters: each written in one way. */
export const folded = (word: string): string =>
  lookAlikes
    .reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      /[a-z]/.test(word) ? digitsAsLetters(word) : word,
    )
    .replace(/(.)\1+/g, '$1')

/** Longest part of a name that is looked at: no company's is longer. */
const longest = 160

const plain = (name: string) =>
  name
    .slice(0, longest)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`|]/g, mark => (mark === '|' ? 'l' : ''))
    .replace(/&/g, ' dan ')
    .replace(/\b([pc])[. ]{1,2}([tv])\b/g, '$1$2 ')
    .replace(branch, '')

/** Everything from the word for a branch on, when a name stands before it. */
const branch = /(?<=[a-z0-9.)][\s,(–-]{1,4})(?:kantor\s+)?(?:cabang|cab|branch|kcp|perwakilan)\b.*$/s

const legalForms = new Set(
  'pt cv ud tbk persero perseroan terbatas ltd inc pjtki pptkis p3mi sip3mi'.split(' '),
)

/** P.T. and B M I are one word each. */
const joinLetters = (words: string[]): string[] => {
  const joined: string[] = []
  for (const [place, word] of words.entries())
    if (word.length === 1 && words[place - 1]?.length === 1) joined.push(joined.pop() + word)
    else joined.push(word)
  return joined
}

// No Indonesian word begins with these letters.
const withoutGluedForm = (word: string, place: number) =>
  place === 0 && /^(?:pt|cv)[a-z]{4}/.test(word) ? word.slice(2) : word

const digits: Record<string, string> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 6: 'g', 8: 'b', 9: 'g' }
const digitsAsLetters = (word: string) => word.replace(/\d/g, digit => digits[digit] ?? digit)

const lookAlikes = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['oe', 'u'],
  ['tj', 'c'],
  ['dj', 'j'],
  ['l', 'i'],
  ['y', 'i'],
  ['v', 'f'],
  ['z', 's'],
  ['q', 'k'],
] as const

const otherWays = new Map(
  [
    ['internasional', 'international', 'intl', 'int'],
    ['indonesia', 'ind', 'indon'],
    ['sejahtera', 'sejahtra'],
    ['grup', 'group'],
  ].flatMap(([word, ...others]) => others.map(other => [folded(other), folded(word!)] as const)),
)

const sameWord = (word: string) => otherWays.get(word) ?? word
