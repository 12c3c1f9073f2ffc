import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCode, newCode } from './code.ts'

const letters = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ']
const codes = fc.integer().map(() => newCode())
const place = fc.nat(6)

test('a new code has the form that the database asks for, and passes its own check', () => {
  fc.assert(fc.property(codes, code => /^[2-9A-HJKMNP-Z]{7}$/.test(code) && isCode(code)))
})

test('one mistyped character is always refused', () => {
  const mistyped = fc.record({ code: codes, place, typed: fc.constantFrom(...letters) })
  fc.assert(
    fc.property(mistyped, ({ code, place, typed }) => {
      fc.pre(code[place] !== typed)
      return !isCode(code.slice(0, place) + typed + code.slice(place + 1))
    }),
    { numRuns: 5000 },
  )
})

test('two neighbours swapped are always refused', () => {
  fc.assert(
    fc.property(codes, fc.nat(5), (code, place) => {
      const [left, right] = [code[place]!, code[place + 1]!]
      fc.pre(left !== right)
      return !isCode(code.slice(0, place) + right + left + code.slice(place + 2))
    }),
    { numRuns: 5000 },
  )
})

test('of all last characters exactly one fits', () => {
  fc.assert(
    fc.property(codes, code => letters.filter(last => isCode(code.slice(0, 6) + last)).join('') === code[6]),
  )
})

test('anything else is no code', () => {
  const code = newCode()
  for (const text of [
    '',
    code.slice(1),
    `${code}2`,
    code.toLowerCase().replace(/\d/g, 'a'),
    `${code.slice(0, 6)}0`,
    `${code.slice(0, 6)}é`,
  ])
    expect(isCode(text), text).toBe(false)
  fc.assert(fc.property(fc.string(), text => !isCode(text) || /^[2-9A-HJKMNP-Z]{7}$/.test(text)))
})

test('codes do not repeat within a campaign of the whole country', () => {
  const many = Array.from({ length: 4000 }, newCode)
  expect(new Set(many).size).toBeGreaterThan(3998)
})
