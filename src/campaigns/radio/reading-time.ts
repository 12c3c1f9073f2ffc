/**
 * Seconds that a text takes a calm announcer. Our own estimate for Indonesian, not a published measure: five syllables a second,
 * a short breath at a comma, a longer one at the end of a sentence. It is printed on the script as an estimate.
 */
export const readingTime = (text: string): number => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const breaths = (text.match(/[,;:–—]/g) ?? []).length * breath.comma
  // The last sentence ends with the text.
  const stops = Math.max(0, (text.match(/[.!?؟]+(?=\s|$)/g) ?? []).length - 1) * breath.sentence
  return syllables / syllablesPerSecond + breaths + stops
}

export const syllablesPerSecond = 5
const breath = { comma: 0.3, sentence: 0.6 }

/** Spoken syllables of a word: figures are read digit by digit or as numbers, abbreviations letter by letter. */
export const syllablesOf = (word: string): number => {
  const digits = word.match(/\p{N}/gu)?.length ?? 0
  if (digits > 0) return 2 * digits + syllablesOf(word.replace(/\p{N}/gu, ''))
  if (/^\p{Lu}{2,6}$/u.test(word) && !/^\p{Lu}*[AIUEO]\p{Lu}*[AIUEO]\p{Lu}*$/u.test(word)) return word.length
  // Arabic writes its long vowels only: a letter and a half to a syllable.
  const arabic = word.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (arabic > 0) return Math.max(1, Math.round(arabic / 1.8))
  const vowels = word.toLowerCase().match(/ai$|au$|oi$|[aiueoé]/g)?.length ?? 0
  return word.length === 0 ? 0 : Math.max(1, vowels)
}
