import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  deriveReceipt,
  groupReceipt,
  looksLikeReceipt,
  newPaperKey,
  newReceipt,
  openKey,
  paperKeyOf,
  parseReceipt,
  sealKeyTo,
} from './index.ts'

const secret = (purpose: string) => Buffer.alloc(32, purpose)
const receipts = fc.constant(undefined).map(newReceipt)

test('a receipt has 17 random digits: at least 2^56 possibilities, and no two alike', () => {
  expect(Math.log2(10 ** 17)).toBeGreaterThanOrEqual(56)
  const made = new Set(Array.from({ length: 2000 }, newReceipt))
  expect(made.size).toBe(2000)
  for (const receipt of made) expect(receipt).toMatch(/^\d{18}$/)
})

test('it is read with spaces, dashes, dots, full-width and Arabic digits', () => {
  const digits = newReceipt()
  const grouped = groupReceipt(digits)
  expect(grouped).toMatch(/^\d{3}( \d{3}){5}$/)
  const inOtherDigits = (zero: number) => digits.replace(/\d/g, d => String.fromCodePoint(zero + Number(d)))
  for (const text of [
    digits,
    grouped,
    ` ${grouped.replaceAll(' ', '-')}\n`,
    grouped.replaceAll(' ', '.'),
    grouped.replaceAll(' ', '\u00a0'),
    inOtherDigits(0xff10),
    inOtherDigits(0x660),
  ])
    expect(parseReceipt(text)).toEqual({ ok: true, digits })
})

test('one wrong digit, or two neighbours swapped, is said to be mistyped', () => {
  fc.assert(
    fc.property(receipts, fc.nat(17), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
      const wrong = [...digits]
      wrong[place] = String((Number(wrong[place]) + by) % 10)
      expect(parseReceipt(wrong.join(''))).toEqual({ ok: false, reason: 'mistyped' })
      const swapped = [...digits]
      if (place === 17 || swapped[place] === swapped[place + 1]) return
      ;[swapped[place], swapped[place + 1]] = [swapped[place + 1]!, swapped[place]!]
      expect(parseReceipt(swapped.join(''))).toEqual({ ok: false, reason: 'mistyped' })
    }),
  )
})

test.each(['', 'halo', '123', '1'.repeat(19), '1'.repeat(5000), 'e'.repeat(18)])('%j is no receipt', text => {
  expect(parseReceipt(text)).toEqual({ ok: false, reason: 'length' })
})

test('a receipt pasted into a message is noticed; telephone numbers, NIK and dates are not', () => {
  const digits = newReceipt()
  expect(looksLikeReceipt(`Nomor saya ${groupReceipt(digits)}, tolong.`)).toBe(true)
  expect(looksLikeReceipt(`lihat:${digits}.`)).toBe(true)
  for (const text of [
    'Hubungi 0812-3456-7890 atau 0451 421234',
    'NIK 7271012505990001, berangkat 25-11-2026',
    'gaji 5.000.000 sampai 7.500.000 rupiah',
  ])
    expect(looksLikeReceipt(text)).toBe(false)
})

test('the digits find and open; other digits, or another pepper, find and open something else', async () => {
  const digits = newReceipt()
  const [once, again] = [await deriveReceipt(secret, digits), await deriveReceipt(secret, digits)]
  expect(once.lookup.equals(again.lookup)).toBe(true)
  const sealed = sealKeyTo(once.keyPair.publicKey, Buffer.alloc(32, 7))
  expect(openKey(sealed, again.keyPair, 'k').equals(Buffer.alloc(32, 7))).toBe(true)
  const other = await deriveReceipt(secret, newReceipt())
  const stolen = await deriveReceipt(() => Buffer.alloc(32), digits)
  for (const { lookup, keyPair } of [other, stolen]) {
    expect(lookup.equals(once.lookup)).toBe(false)
    expect(() => openKey(sealed, keyPair, 'k')).toThrow()
  }
})

test('two halves of paper make the key, in either order and any case; one half, or a slip, does not', () => {
  const { halves, keyPair } = newPaperKey()
  const [one, two] = halves
  expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/)
  expect(paperKeyOf(two.toLowerCase(), one.replaceAll('-', ' '))?.publicKey).toEqual(keyPair.publicKey)
  expect(paperKeyOf(one, newPaperKey().halves[1])?.publicKey).not.toEqual(keyPair.publicKey)
  expect(paperKeyOf(one, '')).toBeUndefined()
  const slips = [...one].flatMap((sign, place) =>
    /[A-HJ]/.test(sign) ? [`${one.slice(0, place)}${sign === 'A' ? 'B' : 'A'}${one.slice(place + 1)}`] : [],
  )
  const unseen = slips.filter(slip => paperKeyOf(slip, two)?.publicKey.equals(keyPair.publicKey))
  expect(unseen).toEqual([])
})
