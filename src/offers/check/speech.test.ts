import { describe, expect, test } from 'vitest'
import { compiled, inspected } from './check.samples.ts'
import { speechOf } from './speech.ts'
import { wordsOf } from './words.ts'

const spoken = (text: string) => {
  const words = wordsOf(text, compiled.vocabulary)
  const speech = speechOf(text, words)
  return {
    quoted: words.filter(speech.isQuoted).map(({ plain }) => plain),
    asked: words.filter(({ sentence }) => speech.isAsked(sentence)).map(({ plain }) => plain),
  }
}

describe('quotation', () => {
  test.each([
    ['straight marks', 'Dia tulis "paspor kami simpan" lalu hilang'],
    ['curved marks', 'Dia tulis “paspor kami simpan” lalu hilang'],
    ['angled marks', 'Dia tulis «paspor kami simpan» lalu hilang'],
  ])('%s', (_, text) => {
    expect(spoken(text).quoted).toEqual(['paspor', 'kami', 'simpan'])
  })

  test.each([
    ['a mark that is never closed', 'Dia tulis "paspor kami simpan lalu hilang'],
    ['a text copied whole in marks', '"Paspor kami simpan, gaji nanti"'],
    ['a word that is only stressed', 'Gaji "besar" di Oman'],
    ['marks on two lines', 'ukuran 10"\nlalu ukuran lain 12" juga'],
  ])('none: %s', (_, text) => {
    expect(spoken(text).quoted).toEqual([])
  })
})

test('only the sentence before the question mark is asked', () => {
  expect(spoken('Sa mau kerja. Boleh pakai visa turis? Terima kasih.').asked).toEqual([
    'boleh',
    'pakai',
    'visa',
    'turis',
  ])
})

describe('what is only quoted is a warning at most', () => {
  const offer = 'Kerja di Riyadh, visa umrah, paspor kami simpan'

  test('said by the text itself it is danger', () => {
    expect(inspected(`${offer}. Minat inbox.`).level).toBe('danger')
  })

  test('between quotation marks it is not', () => {
    expect(inspected(`Isinya begini: "${offer}"`).level).toBe('warnings')
  })
})
