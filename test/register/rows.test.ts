import { describe, expect, test } from 'vitest'
import { attribute } from '../../src/offers/register/import/attribute.ts'
import { compare } from '../../src/offers/register/import/compare.ts'
import { countryOf } from '../../src/offers/register/import/countries.ts'
import { guessLayout, titlesOf } from '../../src/offers/register/import/layout.ts'
import { readDay } from '../../src/offers/register/import/read-day.ts'
import { readRows } from '../../src/offers/register/import/read-rows.ts'
import { indexCompanies } from '../../src/offers/register/match/company-index.ts'
import type { RegisterList } from '../../src/offers/register/register.ts'
import type { Cell } from '../../src/offers/register/sheet/sheet.ts'

test.each<[Cell, string | null | undefined]>([
  ['12-01-2027', '2027-01-12'],
  ['12/1/27', '2027-01-12'],
  ['12.01.2027', '2027-01-12'],
  ['2027-01-12', '2027-01-12'],
  ['2027-01-12T00:00:00', '2027-01-12'],
  ['12 Januari 2027', '2027-01-12'],
  ['Selasa, 12 Januari 2027', '2027-01-12'],
  ['s.d. 12 Agustus 2027', '2027-08-12'],
  ['s/d 12 Ags 2027', '2027-08-12'],
  ['12-Okt-27', '2027-10-12'],
  ['12 Nopember 2027', '2027-11-12'],
  ['12 December 2027', '2027-12-12'],
  [46_399, '2027-01-12'],
  ['46399', '2027-01-12'],
  [null, null],
  ['-', null],
  // No month 13, no 30 February, no year alone, no number of something else.
  ['01/13/2027', undefined],
  ['30-02-2027', undefined],
  ['2027', undefined],
  [12, undefined],
  ['segera', undefined],
])('the day that %s says is %s', (cell, day) => {
  expect(readDay(cell)).toBe(day)
})

test.each([
  ['Arab Saudi', 'SA'],
  ['KERAJAAN ARAB SAUDI', 'SA'],
  ['Saudi Arabia', 'SA'],
  ['Hongkong', 'HK'],
  ['Korea Selatan', 'KR'],
  ['Uni Emirat Arab', 'AE'],
  ['Malaysia', 'MY'],
  ['Japan', 'JP'],
  ['Timur Tengah', undefined],
  ['', undefined],
])('%s is the country %s', (name, code) => {
  expect(countryOf(name)).toBe(code)
})

describe('where the list stands in a file', () => {
  const layoutOf = (list: RegisterList, rows: Cell[][]) => guessLayout(list, [{ name: '', rows }])

  test('below a letterhead and titles', () => {
    const rows = [
      ['KEMENTERIAN CONTOH'],
      ['Daftar nama perusahaan yang izinnya berlaku per 2 Februari 2026'],
      [],
      ['No', 'Nama P3MI', 'Nomor Izin', 'Kota', 'Status', 'Berlaku s.d.'],
      ['1', 'PT A', 'X-1', 'Palu', 'Aktif', '12-01-2027'],
    ]
    expect(layoutOf('companies', rows)).toEqual({
      sheet: 0,
      headerRow: 4,
      columns: { name: 2, licence: 3, city: 4, state: 5, valid_until: 6 },
    })
  })

  test.each([
    [
      'as a workbook says it, with merged cells',
      ['Nama P3MI', 'Izin', 'Izin', 'Kota'],
      ['Nama P3MI', 'Nomor', 'Berlaku sampai', 'Kota'],
    ],
    [
      'as text says it, with empty ones',
      ['Nama P3MI', 'Izin', null, 'Kota'],
      [null, 'Nomor', 'Berlaku sampai', null],
    ],
  ])('under a header of two rows, %s', (_, upper, lower) => {
    const rows = [['DAFTAR'], upper, lower, ['PT A', 'X-1', '12-01-2027', 'Palu']]
    const layout = layoutOf('companies', rows)
    expect(layout).toEqual({
      sheet: 0,
      headerRow: 3,
      columns: { name: 1, licence: 2, valid_until: 3, city: 4 },
    })
    expect(titlesOf(rows, 3)).toEqual(['Nama P3MI', 'Izin Nomor', 'Izin Berlaku sampai', 'Kota'])
  })

  test('on the sheet that has it', () => {
    const sheets = [
      { name: 'Sampul', rows: [['Daftar job order']] },
      { name: 'Data', rows: [['Nomor Job Order', 'Nama P3MI', 'Negara', 'Jabatan', 'Kuota']] },
    ]
    expect(guessLayout('orders', sheets)).toMatchObject({
      sheet: 1,
      headerRow: 1,
      columns: { number: 1, company: 2, country: 3, job: 4, quota: 5 },
    })
  })

  test('nowhere: then nothing is guessed', () => {
    expect(
      layoutOf('companies', [
        ['a', 'b'],
        ['1', '2'],
      ]).columns,
    ).toEqual({})
  })
})

const layout = { sheet: 0, headerRow: 1, columns: { licence: 1, name: 2, state: 3, valid_until: 4 } } as const
const header = ['Nomor Izin', 'Nama', 'Status', 'Berlaku']
const none = indexCompanies([])

describe('rows of a list', () => {
  const rows: Cell[][] = [
    header,
    ['(1)', '(2)', '(3)', '(4)'],
    ['X-1', 'PT A', 'Aktif', '12-01-2027'],
    [null, null, null, null],
    header,
    ['DKI JAKARTA', 'DKI JAKARTA', 'DKI JAKARTA', 'DKI JAKARTA'],
    ['X-2', null, 'Aktif', null],
    ['X-3', 'PT C', 'tidak aktif', 'besok'],
    ['8,12E+15', 'PT D', 'Aktif', null],
    ['X-5', '=SUM(A1)', 'Aktif', null],
    ['X-6', 'PT F', 'entah', null],
    ['x 1', 'PT A', 'Aktif', '12-01-2027'],
    ['X-7', 'PT G', 'Dicabut', null],
    ['X.7', 'PT G', 'Aktif', null],
    ['X-8', 'PT H', 'Izin dicabut, tidak aktif', null],
  ]
  const {
    rows: good,
    troubles,
    spared,
  } = attribute('companies', readRows('companies', rows, layout), [], none)

  test('are read, and the state that ends a licence is heard first', () => {
    expect(good.map(({ row, key, values }) => [row, key, values.state])).toEqual([
      [3, 'X1', 'valid'],
      [15, 'X8', 'revoked'],
    ])
  })

  test('in trouble are named, each with its reason', () => {
    expect(troubles.map(({ row, reason, field, other }) => [row, reason, field ?? other])).toEqual([
      [6, 'heading', undefined],
      [7, 'missing', 'name'],
      [8, 'bad-day', 'valid_until'],
      [9, 'cut-number', 'licence'],
      [10, 'formula', 'name'],
      [11, 'bad-state', 'state'],
      [12, 'same-row', 3],
      [13, 'differs', 14],
      [14, 'differs', 13],
    ])
  })

  test('in trouble make nobody vanish', () => {
    const lines = ['X1', 'X2', 'X3', 'X7', 'X99'].map((key, id) => ({
      id,
      key,
      label: key,
      listed: true,
      values: {},
    }))
    const gone = compare(lines, good, { complete: true, spared }).filter(({ kind }) => kind === 'gone')
    expect(gone.map(({ key }) => key)).toEqual(['X99'])
    expect(compare(lines, good, { complete: false, spared }).filter(({ kind }) => kind === 'gone')).toEqual(
      [],
    )
  })
})

describe('a branch or an order belongs to a company', () => {
  const companies = [
    { id: 1, name: 'PT Bina Mandiri Internasional', licenceKey: 'X1' },
    { id: 2, name: 'PT Karya Bunda', licenceKey: 'X2' },
  ]
  const of = (licence: string | null, company: string | null) => {
    const read = { rows: [{ row: 2, values: { licence, company, city: 'Palu' } }], troubles: [] }
    const { rows, troubles, spared } = attribute('branches', read, companies, indexCompanies(companies))
    return rows[0]?.companyId ?? [troubles[0]!.reason, troubles[0]!.near, [...spared]]
  }

  test.each([
    ['X-1', null, 1],
    ['x 1', 'PT Bina Mandri Internasional', 1],
    [null, 'P.T. BINA MANDIRI INTERNASIONAL', 1],
  ])('by licence %s and name %s', (licence, company, id) => {
    expect(of(licence, company)).toBe(id)
  })

  test.each([
    [null, 'PT Bina Mandri Internasional', ['near-company', 'PT Bina Mandiri Internasional', ['1:palu']]],
    ['X-1', 'PT Karya Bunda', ['other-company', 'PT Bina Mandiri Internasional', ['1:palu']]],
    ['X-9', 'PT Lain Sekali', ['no-company', undefined, []]],
    [null, null, ['missing', undefined, []]],
  ])('never by likeness alone: licence %s, name %s', (licence, company, expected) => {
    expect(of(licence, company)).toEqual(expected)
  })
})
