import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspected, wordsFor } from './check.samples.ts'
import { lettersOf } from './letters.ts'

const plain = 'Kerja di Oman, masuk pakai visa turis dulu'

test('a finding is shown with the words it rests on', () => {
  expect(wordsFor(plain, 'visit-visa')).toEqual(['masuk pakai visa turis'])
})

describe('a disguise changes nothing', () => {
  test.each([
    ['letter spacing', 'Kerja di Oman, masuk pakai v i s a  t u r i s dulu', 'v i s a  t u r i s'],
    ['dots', 'Kerja di Oman, masuk pakai v.i.s.a t.u.r.i.s dulu', 'v.i.s.a t.u.r.i.s'],
    ['digits for letters', 'Kerja di Oman, masuk pakai v1s4 tur1s dulu', 'v1s4 tur1s'],
    ['full width', 'Kerja di Oman, masuk pakai ｖｉｓａ ｔｕｒｉｓ dulu', 'ｖｉｓａ ｔｕｒｉｓ'],
    ['bold letters', 'Kerja di Oman, masuk pakai 𝘃𝗶𝘀𝗮 𝘁𝘂𝗿𝗶𝘀 dulu', '𝘃𝗶𝘀𝗮 𝘁𝘂𝗿𝗶𝘀'],
    ['Cyrillic letters', 'Kerja di Oman, masuk pakai viѕа tuгis turіѕ dulu', 'viѕа tuгis turіѕ'],
    ['zero width', 'Kerja di Oman, masuk pakai vi\u200Bsa tu\u200Dris dulu', 'vi\u200Bsa tu\u200Dris'],
    ['repeated letters', 'Kerja di Oman, masuk pakai visaaaa turisss dulu', 'visaaaa turisss'],
    ['accents', 'Kerja di Oman, masuk pakai vísà tùrís dulu', 'vísà tùrís'],
    ['emoji between words', 'Kerja di Oman, masuk pakai visa ✈️ turis 🏝️ dulu', 'visa ✈️ turis'],
    ['emoji between letters', 'Kerja di Oman, masuk pakai v✨i✨s✨a turis dulu', 'v✨i✨s✨a turis'],
    ['one slip in a long word', 'Kerja di Oman, masuk pakai visa kunjumgan dulu', 'visa kunjumgan'],
  ])('%s', (_, text, words) => {
    expect(wordsFor(text, 'visit-visa').join(' ')).toContain(words)
  })
})

test('a word that is another ordinary word is no slip', () => {
  expect(wordsFor('Kerja di Taiwan, seorang ibu menunggu', 'money-person')).toEqual([])
})

const bits = [
  'visa turis ',
  'paspor ',
  '🧕🏽',
  'v i s a ',
  '\u200B',
  '𝗸𝗲𝗿𝗷𝗮 ',
  'Oman',
  ', ',
  '. ',
  'ﷺ',
  'é',
  '\uD83D',
  'gaji 5 juta ',
  '\n',
]
const odd = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'grapheme', maxLength: 6 })), {
  maxLength: 60,
})

test('spans lie in the text, in order, apart, and do not cut a sign in two', () => {
  fc.assert(
    fc.property(odd, parts => {
      const text = parts.join('')
      for (const { spans } of inspected(text).findings) {
        spans.reduce((last, { start, end }) => {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          return end
        }, 0)
        for (const { start, end } of spans) {
          expect(end).toBeLessThanOrEqual(text.length)
          expect([...text.slice(start, end)].join('')).toBe(text.slice(start, end))
          expect(isCut(text, start) || isCut(text, end)).toBe(false)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('every letter knows where it stood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
      for (const { char, start, end } of lettersOf(text)) {
        const stood = text.slice(start, end)
        expect(stood).not.toBe('')
        expect([...lettersOf(stood)].map(letter => letter.char)).toContain(char)
      }
    }),
  )
})

const isCut = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
