import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const said = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ words, is }) => (is === 'same' ? words : is === 'gone' ? `[-${words}-]` : `[+${words}+]`))
    .join('')

describe('the difference of two texts', () => {
  test('names the words that were taken out and put in', () => {
    expect(said('Cek dulu sebelum berangkat', 'Cek dulu sebelum pergi')).toBe(
      'Cek dulu sebelum [-berangkat-][+pergi+]',
    )
    expect(said('', 'baru')).toBe('[+baru+]')
    expect(said('lama', '')).toBe('[-lama-]')
    expect(said('sama saja', 'sama saja')).toBe('sama saja')
  })

  test('of any two gives back both', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }).map(list => list.join(' '))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordDiff(before, after)
        const of = (...kinds: string[]) =>
          pieces
            .filter(({ is }) => kinds.includes(is))
            .flatMap(piece => piece.words.split(/\s+/).filter(Boolean))
            .join(' ')
        expect(of('same', 'gone')).toBe(before)
        expect(of('same', 'new')).toBe(after)
      }),
      { numRuns: 200 },
    )
  })

  test('of two very long texts is told as a whole, without a table of millions', () => {
    const long = Array.from({ length: 2000 }, (_, index) => `k${index}`).join(' ')
    expect(wordDiff(long, `${long} z`).map(({ is }) => is)).toEqual(['gone', 'new'])
  })
})
