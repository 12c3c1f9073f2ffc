import { expect, test } from 'vitest'
import { licenceState, standing } from './standing.ts'

const order = {
  fields: { country: 'Malaysia', job: 'Pekerja ladang', validUntil: '2027-01-31' },
  listed: true,
  asOf: '2026-11-01',
}
const company = { fields: { validUntil: '2027-06-30' }, listed: true, asOf: '2026-11-10', orders: [order] }
const on = (day: string, asked = {}) => standing(company, asked, day).standing

test('licence and job order must both exist', () => {
  expect(standing(company, { country: 'malaysia' }, '2026-11-24')).toEqual({
    standing: 'licence-and-order',
    asOf: '2026-11-01',
  })
  expect(on('2026-11-24', { country: 'Kamboja' })).toBe('licence-without-order')
  expect(on('2026-11-24', { job: 'admin' })).toBe('licence-without-order')
  expect(on('2027-02-01')).toBe('licence-without-order')
  expect(on('2027-07-01')).toBe('licence-ended')
  expect(standing({ ...company, listed: false }, {}, '2026-11-24').standing).toBe('licence-ended')
  expect(standing(undefined, {}, '2026-11-24')).toEqual({ standing: 'not-found', asOf: undefined })
})

test('a licence counts to the end of its last day, and a revoked one not at all', () => {
  expect(licenceState({ validUntil: '2027-01-12' }, '2027-01-12')).toBe('valid')
  expect(licenceState({ validUntil: '2027-01-12' }, '2027-01-13')).toBe('expired')
  expect(licenceState({ state: 'revoked', validUntil: '2027-01-12' }, '2026-01-01')).toBe('revoked')
})
