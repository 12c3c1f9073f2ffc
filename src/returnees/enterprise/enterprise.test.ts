import { expect, test } from 'vitest'
import { monthsOf, rupiahIn, shortMonth } from './enterprise.ts'

const plan = {
  capital: 1_000_000,
  sales: 2_000_000,
  goods: 1_000_000,
  rent: 200_000,
  wages: 0,
  repayment: 300_000,
  household: 600_000,
  growth: 0,
}

test('a plan says month by month what is left and what is in the box', () => {
  const months = monthsOf(plan)
  expect(months.length).toBe(12)
  expect(months[0]).toEqual({ month: 1, sales: 2_000_000, costs: 2_100_000, left: -100_000, cash: 900_000 })
  expect(months.at(-1)!.cash).toBe(1_000_000 - 12 * 100_000)
  expect(shortMonth(months)).toBe(11)
  expect(shortMonth(monthsOf({ ...plan, growth: 5 }))).toBeUndefined()
})

test('goods grow with the sales', () => {
  expect(monthsOf({ ...plan, growth: 10 })[1]).toMatchObject({ sales: 2_200_000, costs: 2_200_000 })
})

test.each([
  ['1500000', 1_500_000],
  ['Rp1.500.000', 1_500_000],
  ['Rp 1.500.000,00', 1_500_000],
  ['1,500,000', 1_500_000],
  ['', 0],
  ['1.5', Number.NaN],
  ['1,5 juta', Number.NaN],
  ['-5', Number.NaN],
])('%j is read as a sum', (typed, sum) => {
  expect(rupiahIn(typed)).toBe(sum)
})
