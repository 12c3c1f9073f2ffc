import { describe, expect, test } from 'vitest'
import { indexCompanies } from '../../src/offers/register/match/company-index.ts'
import { matchCompany } from '../../src/offers/register/match/match-company.ts'
import { type Dice, dice, inventNames, neighbourOf, pick } from './companies.ts'
import { misspell } from './slips.ts'

const count = 400
const asShare = (part: number, whole: number) => Math.round((part / whole) * 1000) / 1000

const registerOf = (roll: Dice) => {
  const names = inventNames(roll, count)
  return { names, index: indexCompanies(names.map((name, id) => ({ id, name: `PT ${name}` }))) }
}

/** As many names that stand in no register, each but one word away from one that does. */
const neighboursOf = (roll: Dice, names: string[]) => {
  const taken = new Set(names)
  const made: string[] = []
  while (made.length < count) {
    const name = neighbourOf(roll, pick(roll, names))
    if (!taken.has(name)) made.push(name)
  }
  return made
}

describe.each([1, 20, 300, 4000, 50_000])('400 companies, seed %i', seed => {
  const roll = dice(seed)
  const { names, index } = registerOf(roll)
  const sureOf = (written: string) => {
    const [best] = matchCompany(written, index)
    return best?.sure ? best.id : undefined
  }

  test('badly written, the right one comes first, and hardly ever another one for sure', () => {
    const written = names.map(name => misspell(roll, name))
    const started = performance.now()
    const found = written.map(name => matchCompany(name, index))
    const each = (performance.now() - started) / count
    const first = asShare(found.filter((matches, id) => matches[0]?.id === id).length, count)
    const sure = asShare(
      found.filter((matches, id) => matches[0]?.sure && matches[0].id === id).length,
      count,
    )
    const wrong = asShare(
      found.filter((matches, id) => matches[0]?.sure && matches[0].id !== id).length,
      count,
    )
    console.log(`first ${first}, linked ${sure}, linked wrongly ${wrong}, ${each.toFixed(2)} ms a name`)
    expect(first).toBeGreaterThanOrEqual(0.95)
    expect(sure).toBeGreaterThanOrEqual(0.9)
    expect(wrong).toBeLessThanOrEqual(0.005)
  })

  test('absent, near ones and badly written near ones included, they are linked to nobody', () => {
    const near = neighboursOf(roll, names)
    const far = inventNames(roll, count, new Set(names))
    const silent = (list: string[]) => asShare(list.filter(name => sureOf(name) === undefined).length, count)
    const shares = [silent(far), silent(near), silent(near.map(name => misspell(roll, name)))]
    console.log(`no match: absent ${shares[0]}, one word away ${shares[1]}, and written badly ${shares[2]}`)
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0.95)
  })
})

const register = [
  'PT Bina Mandiri Internasional',
  'PT Bina Mandiri Sentosa',
  'PT Barat Muara Indah',
  'PT Karya Bunda Sejahtera',
  'CV Surya Layar Abadi',
].map((name, id) => ({ id, name }))
const index = indexCompanies(register)

test.each([
  ['P.T. BINA MANDIRI INTERNASIONAL, Tbk', 0],
  ['pt bina mandiri int’l', 0],
  ['Bina Mandri Internasiona1', 0],
  ['PTBina Mandiri Internasional cabang Cirebon', 0],
  ['PT. Internasional Bina Mandiri (Kantor Cabang Palu)', 0],
  ['PT Karyabunda Sejahtera', 3],
  ['Karya Buuda Sejahterra', 3],
  ['PT Surya Layar Abadi Jakarta', 4],
])('%s is linked', (written, id) => {
  expect(matchCompany(written, index)[0]).toMatchObject({ id, sure: true })
})

test.each(['PT BMI', 'P.T. B.M.I.'])(
  '%s is only asked about, with every company of these initials',
  written => {
    expect(matchCompany(written, index).map(({ id, sure }) => [id, sure])).toEqual([
      [0, false],
      [2, false],
    ])
  },
)

test.each(['PT Bina Mandiri', 'PT Bina Mandiri Sejahtera', 'PT Surya Layar', 'PT', '', '😀', '🚢 P T'])(
  '%s is linked to nobody',
  written => {
    expect(matchCompany(written, index).filter(({ sure }) => sure)).toEqual([])
  },
)

test('a name of 5,000 letters is linked to nobody', () => {
  expect(matchCompany('a'.repeat(5000), index)).toEqual([])
})

test('a name in no register of any company finds nothing', () => {
  expect(matchCompany('PT Bina Mandiri Internasional', indexCompanies([]))).toEqual([])
})
