import { describe, expect, test } from 'vitest'
import { inspected } from './check.samples.ts'

const factsOf = (text: string) => inspected(text).facts

describe('a wage is read as it is written', () => {
  test.each([
    ['gaji 8 juta per bulan', 8_000_000, 'IDR'],
    ['gaji 8jt/bln', 8_000_000, 'IDR'],
    ['gaji 7,5 jt', 7_500_000, 'IDR'],
    ['gaji Rp 6.500.000', 6_500_000, 'IDR'],
    ['gaji RM1.700', 1700, 'MYR'],
    ['gaji RM 2500 sebulan', 2500, 'MYR'],
    ['gaji 1.500 SAR', 1500, 'SAR'],
    ['gaji 1800 riyal', 1800, 'SAR'],
    ['gaji NT$ 29.500', 29_500, 'TWD'],
    ['gaji USD 900', 900, 'USD'],
    ['gaji $1,200', 1200, 'USD'],
    ['gaji 5100 HKD', 5100, 'HKD'],
    ['gaji HK$ 5.100', 5100, 'HKD'],
    ['gaji ¥180.000', 180_000, 'JPY'],
    ['gaji 170.000 yen per bulan', 170_000, 'JPY'],
    ['gaji 15k dollar', 15_000, 'USD'],
    ['gaji RM65 sehari', 65 * 26, 'MYR'],
    ['upah 200 ribu per hari', 200_000 * 26, 'IDR'],
  ])('%s', (text, amount, currency) => {
    const [wage] = factsOf(`Kerja, ${text}`).wages
    expect(wage).toMatchObject({ currency })
    expect(wage!.amount).toBeCloseTo(amount, 0)
  })

  test('a range is two wages of one unit', () => {
    expect(factsOf('gaji 3-5 juta per bulan').wages.map(({ amount }) => amount)).toEqual([3e6, 5e6])
    expect(factsOf('gaji 2000 - 2500 AED').wages.map(({ currency }) => currency)).toEqual(['AED', 'AED'])
  })

  test('it lies where it stands', () => {
    const text = '💰 gaji 8jt ya'
    const { span } = factsOf(text).wages[0]!
    expect(text.slice(span.start, span.end)).toBe('8jt')
  })

  test.each(['biaya 8 juta per bulan', 'DP 5 juta', 'umur 25 tahun', 'butuh 20 orang', 'denda 30 juta'])(
    'none in: %s',
    text => {
      expect(factsOf(text).wages).toEqual([])
    },
  )
})

describe('a telephone number is read through its disguise', () => {
  test.each([
    ['0812 0000 4471', '+6281200004471'],
    ['0812.0000.4471', '+6281200004471'],
    ['0812-0000-4471', '+6281200004471'],
    ['o812 oooo 4471', '+6281200004471'],
    ['08l2 0000 447l', '+6281200004471'],
    ['+62 812 0000 4471', '+6281200004471'],
    ['(0812) 0000/4471', '+6281200004471'],
    ['+971 50 000 0012', '+971500000012'],
  ])('%s', (written, number) => {
    const text = `hubungi ${written} ya`
    const { phones } = factsOf(text)
    expect(phones.map(({ e164 }) => e164)).toEqual([number])
    expect(text.slice(phones[0]!.span.start, phones[0]!.span.end)).toBe(written)
  })

  test.each(['SIP3MI 000/088/2021', 'gaji 1.500.000', 'tanggal 12-12-2026'])('none in: %s', text => {
    expect(factsOf(text).phones).toEqual([])
  })
})

test('a company is named with its kind', () => {
  const text = 'Lowongan PT. Cahaya Ranum Persada dan CV Rotan Jaya'
  expect(factsOf(text).companies.map(({ name }) => name)).toEqual([
    'PT. Cahaya Ranum Persada',
    'CV Rotan Jaya',
  ])
})

test.each([
  ['PT Contoh Samudra. WA 0812 0000 4471', 'PT Contoh Samudra'],
  ['PT Contoh Samudra WA 0812 0000 4471', 'PT Contoh Samudra'],
  ['PT Contoh Samudra.WA 0812 0000 4471', 'PT Contoh Samudra'],
  ['PT. A.B. Samudra. Gaji tetap', 'PT. A.B. Samudra'],
  ['CV Watu Hubungan Jaya, Palu', 'CV Watu Hubungan Jaya'],
])('a company name ends where it ends: %s', (text, name) => {
  const [company] = factsOf(text).companies
  expect(company!.name).toBe(name)
  expect(text.slice(company!.span.start, company!.span.end)).toBe(name)
})
