import { expect, test } from 'vitest'
import { excerptParts } from './excerpt.ts'

test('found words stand apart, and the marks around them are gone', () => {
  expect(excerptParts('visa \u{E000}ziarah\u{E001} bukan <b>visa</b> \u{E000}kerja\u{E001}')).toEqual([
    { text: 'visa ', found: false },
    { text: 'ziarah', found: true },
    { text: ' bukan <b>visa</b> ', found: false },
    { text: 'kerja', found: true },
  ])
})

test('a mark without its other half is only dropped', () => {
  expect(excerptParts('a\u{E000}b')).toEqual([{ text: 'ab', found: false }])
})
