import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked } from './masked.ts'

test.each([
  ['WA 0812-3456-7890', '0812'],
  ['O8l2 3456 789O sekarang', '3456'],
  ['nol delapan satu dua tiga', 'delapan'],
  ['NIK 7210 0123 4567 8901', '7210'],
  ['paspor C 1234567', '1234567'],
  ['transfer ke rek BRI a.n. Siti Aminah', 'Siti'],
  ['hubungi Bu Ratna ya', 'Ratna'],
  ['kirim ke ratna@surel.example', 'ratna'],
  ['wa.me/62812345', 'wa.me'],
])('in %j nothing of %j stays', (text, secret) => {
  expect(masked(text)).not.toContain(secret)
})

test('plain words stay as they are', () => {
  expect(masked('visa ziarah dulu, nanti diurus')).toBe('visa ziarah dulu, nanti diurus')
})

test('no digit of any script is ever left', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => !/\p{Nd}/u.test(masked(text))))
})
