import { expect, test } from 'vitest'
import { dayOfCell } from './day-of-cell.ts'
import type { EntryKind } from './entry.ts'
import { findHeading, readList } from './read-list.ts'
import { readSheet } from './read-sheet.ts'

const read = async (bytes: Uint8Array, kind: EntryKind = 'company') => {
  const sheet = await readSheet(bytes)
  if (!sheet.ok) throw new Error(sheet.reason)
  return readList(kind, sheet.rows, findHeading(kind, sheet.rows))
}

const nasty = `DAFTAR P3MI (CONTOH);;;
per 1 November 2026;;;
No;Nama Perusahaan;Nomor Izin;Masa Berlaku
;;;s.d.
1;PT Contoh Bina;CONTOH-1;12 Januari 2027

2;PT Contoh Caf\u00e9;CONTOH-2;12-01-2027
3;PT Contoh Dua;contoh-1;2027-01-12
4;PT Contoh Tiga;CONTOH-4;kapan saja
5;;CONTOH-5;46399
`

test('title rows, two header rows, empty rows, duplicates and bad days: each row named', async () => {
  const { entries, troubles } = await read(Buffer.from(nasty))
  expect(entries.map(({ key, fields }) => [key, fields.name, fields.validUntil])).toEqual([
    ['CONTOH-1', 'PT Contoh Bina', '2027-01-12'],
    ['CONTOH-2', 'PT Contoh Café', '2027-01-12'],
  ])
  expect(troubles).toEqual([
    { row: 8, reason: 'duplicate', field: 'licence' },
    { row: 9, reason: 'day', field: 'validUntil' },
    { row: 10, reason: 'missing', field: 'name' },
  ])
})

test.each([
  ['windows-1252', Buffer.from(nasty, 'latin1')],
  ['UTF-8 with mark', Buffer.from(`\ufeff${nasty}`)],
  ['UTF-16', Buffer.from(`\ufeff${nasty}`, 'utf16le')],
  ['tabs', Buffer.from(nasty.replaceAll(';', '\t'))],
])('the same list is read from %s', async (_, bytes) => {
  expect((await read(bytes)).entries[1]?.fields.name).toBe('PT Contoh Café')
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
  ['half an archive', Buffer.from('PK\x03\x04 and nothing more')],
  ['prose', Buffer.from('Halo')],
])('%s is not a sheet', async (_, bytes) => {
  expect(await readSheet(bytes)).toEqual({ ok: false, reason: 'not-a-sheet' })
})

test('40,000 rows are read, more than the bound are refused', async () => {
  const rows = (count: number) =>
    Buffer.from(
      `nama perusahaan,nomor izin\n${Array.from({ length: count }, (_, at) => `PT Contoh ${at},C-${at}`).join('\n')}`,
    )
  const begun = performance.now()
  expect((await read(rows(40_000))).entries).toHaveLength(40_000)
  console.log(`40,000 rows read in ${(performance.now() - begun).toFixed(0)} ms`)
  expect(await readSheet(rows(60_001))).toEqual({ ok: false, reason: 'too-many-rows' })
})

test('days as lists write them', () => {
  for (const text of ['2027-01-12', '12/01/2027', '12-1-2027', '12 Januari 2027', '12 Jan 2027', '46399'])
    expect(dayOfCell(text), text).toBe('2027-01-12')
  for (const text of ['31-02-2027', '12 Foo 2027', 'segera', '12'])
    expect(dayOfCell(text), text).toBeUndefined()
})
