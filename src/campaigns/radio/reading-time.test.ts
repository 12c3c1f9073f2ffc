import { describe, expect, it, test } from 'vitest'
import { designCalled, examplePoster, strip } from '../render-variant.samples.ts'
import { readingTime, syllablesOf } from './reading-time.ts'
import { radioScripts } from './script.ts'

test.each([
  ['perjanjian', 4],
  ['kerja', 2],
  ['pantai', 2],
  ['saudara', 4],
  ['BP3MI', 5],
  ['2026', 8],
])('%s is spoken in %i syllables', (word, syllables) => {
  expect(syllablesOf(word)).toBe(syllables)
})

test('a breath is taken between sentences, not after the last', () => {
  const one = readingTime('Cek dulu.')
  expect(readingTime('Cek dulu. Cek dulu.')).toBeCloseTo(2 * one + 0.6)
})

describe('a script made of the poster', () => {
  it('fits both times, saying as many points as there is time for', () => {
    const [short, long] = radioScripts(examplePoster(designCalled('daftar')), strip)
    expect([short!.fits, long!.fits]).toEqual([true, true])
    expect(long!.text).toContain('Pembekalan dan verifikasi di BP3MI.')
    expect(short!.text.length).toBeLessThan(long!.text.length)
    for (const { text } of [short!, long!]) expect(text).toContain(strip.office)
  })
})

describe('a script that somebody wrote', () => {
  it('names the office, and is marked when it is too long', () => {
    const radio = { thirty: 'Tanya {kantor}, {kontak}.', sixty: 'Periksa perjanjian kerja Anda. '.repeat(20) }
    const [short, long] = radioScripts({ ...examplePoster(designCalled('ombak')), radio }, strip)
    expect(short).toMatchObject({ text: `Tanya ${strip.office}, ${strip.contact}.`, fits: true })
    expect(long).toMatchObject({ fits: false })
    expect(long!.takes).toBeGreaterThan(60)
  })
})
