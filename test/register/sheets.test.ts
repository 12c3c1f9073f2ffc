import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readSheets } from '../../src/offers/register/sheet/read-sheets.ts'
import type { Cell } from '../../src/offers/register/sheet/sheet.ts'

const rowsOf = async (bytes: Uint8Array): Promise<Cell[][]> => {
  const read = await readSheets(bytes)
  if (!read.ok) throw new Error(read.reason)
  return read.sheets[0]!.rows
}
const refusalOf = async (bytes: Uint8Array) => {
  const read = await readSheets(bytes)
  return read.ok ? 'taken' : read.reason
}
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return little ? bytes : bytes.swap16()
}
const list = 'Nomor Izin;Nama;Kota\n="00812";PT “Kafé” Añil;Palu, Sigi\n\nB-2;PT Dua;Poso\n'
const cells = [
  ['Nomor Izin', 'Nama', 'Kota'],
  ['00812', 'PT “Kafé” Añil', 'Palu, Sigi'],
  [null],
  ['B-2', 'PT Dua', 'Poso'],
]

describe('text with columns', () => {
  test.each([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${list}`)],
    ['UTF-16, little end first', utf16(list, true, true)],
    ['UTF-16, big end first', utf16(list, false, true)],
    ['UTF-16 without its mark', utf16(list, true, false)],
    ['lines as Windows ends them', Buffer.from(list.replaceAll('\n', '\r\n'))],
    ['tabs', Buffer.from(list.replaceAll(';', '\t'))],
    ['a first line that names the separator', Buffer.from(`sep=;\r\n${list}`)],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(cells)
  })

  test('Windows-1252', async () => {
    const bytes = Buffer.from('Nama;Kota\nPT Caf\xe9 \x93Satu\x94;Palu\n', 'latin1')
    expect(await rowsOf(bytes)).toEqual([
      ['Nama', 'Kota'],
      ['PT Café “Satu”', 'Palu'],
    ])
  })

  test('commas in titles above the table do not decide the separator', async () => {
    const text =
      'Daftar P3MI, per 2 Februari 2026, seluruh Indonesia\nIzin;Nama;Kota\n1;PT A, B;Palu\n2;PT C;Sigi\n'
    expect((await rowsOf(Buffer.from(text)))[2]).toEqual(['1', 'PT A, B', 'Palu'])
  })

  test('a quotation mark that is never closed hides nothing', async () => {
    const rows = await rowsOf(Buffer.from('Izin,Nama\n1,"PT A\n2,PT B\n3,PT C\n'))
    expect(rows.map(row => row[0])).toEqual(['Izin', '1', '2', '3'])
  })
})

test('a workbook: merged cells say the same everywhere, days are days, empty rows keep their numbers', async () => {
  const bytes = await writeExcelFile([
    [{ value: 'DAFTAR P3MI', columnSpan: 3 }, null, null],
    [{ value: 'Nama', rowSpan: 2 }, { value: 'Izin', columnSpan: 2 }, null],
    [null, { value: 'Nomor' }, { value: 'Sampai' }],
    [
      { value: 'PT A' },
      { value: 'X-1' },
      { value: new Date('2027-01-12'), type: Date, format: 'dd/mm/yyyy' },
    ],
    [null, null, null],
    [{ value: 'PT B' }, { value: 46_399, type: Number }, { value: '=1+2', type: 'Formula' }],
  ] as never).toBuffer()
  const rows = await rowsOf(bytes)
  expect(rows.slice(0, 4)).toEqual([
    ['DAFTAR P3MI', 'DAFTAR P3MI', 'DAFTAR P3MI'],
    ['Nama', 'Izin', 'Izin'],
    ['Nama', 'Nomor', 'Sampai'],
    ['PT A', 'X-1', '2027-01-12'],
  ])
  expect(rows[4]!.every(cell => cell === null)).toBe(true)
  expect(rows[5]!.slice(0, 2)).toEqual(['PT B', 46_399])
})

test('40,000 rows, as text and as a workbook', async () => {
  const lines = Array.from({ length: 40_000 }, (_, at) => [
    `IZIN-${at}`,
    `PT Contoh ${at}`,
    'Palu',
    '12-01-2027',
  ])
  for (const bytes of [
    Buffer.from(lines.map(line => line.join(';')).join('\n')),
    await writeExcelFile(lines.map(line => line.map(value => ({ value })))).toBuffer(),
  ]) {
    const started = performance.now()
    expect((await rowsOf(bytes)).length).toBe(40_000)
    console.log(`40,000 rows in ${Math.round(performance.now() - started)} ms, ${bytes.length} bytes`)
  }
})

describe('what is no list is refused with its reason', () => {
  const workbook = () => writeExcelFile([[{ value: 'Izin' }, { value: 'Nama' }]]).toBuffer()

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only blank lines', Buffer.from('\n\n ; ; \n'), 'empty'],
    ['a PDF', Buffer.from('%PDF-1.7 x,y,z\n1,2,3'), 'not-a-spreadsheet'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'not-a-spreadsheet',
    ],
    [
      'a web page that calls itself a spreadsheet',
      Buffer.from('<html><table><tr><td>a</td></tr>'),
      'not-a-spreadsheet',
    ],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-excel'],
    ['a letter', Buffer.from('Yth. Kepala Dinas\nBersama ini kami sampaikan\n'), 'no-columns'],
    ['11 MB', Buffer.alloc(11_000_000, 'a;b\n'), 'too-large'],
    ['70,000 rows', Buffer.from('a;b\n'.repeat(70_000)), 'too-many-rows'],
    [
      'an archive of something else',
      archiveOf('word/document.xml', Buffer.from('<x/>')),
      'not-a-spreadsheet',
    ],
    [
      'an archive that ends early',
      archiveOf('xl/workbook.xml', Buffer.from('<x/>')).subarray(0, 40),
      'broken',
    ],
    [
      'random bytes that begin as an archive',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000, 7)]),
      'broken',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toBe(reason)
  })

  test('a small workbook that unpacks to 2 GB, whatever it says of its size', async () => {
    const piece = Buffer.alloc(200_000_000)
    const bomb = archiveOf('xl/workbook.xml', piece, 10)
    expect(bomb.length).toBeLessThan(3_000_000)
    expect(await refusalOf(bomb)).toBe('too-large')
  })

  test('a workbook cut anywhere, or with a byte changed, never brings anything down', async () => {
    const whole = await workbook()
    for (let cut = 1; cut < whole.length; cut += Math.ceil(whole.length / 12))
      expect(['broken', 'not-a-spreadsheet', 'taken', 'no-columns']).toContain(
        await refusalOf(whole.subarray(0, cut)),
      )
    for (let at = 10; at < whole.length; at += Math.ceil(whole.length / 12)) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0xff
      expect(['broken', 'not-a-spreadsheet', 'taken', 'too-large', 'empty']).toContain(
        await refusalOf(changed),
      )
    }
  })
})

/** A ZIP archive with the same file several times; it lies about the size of what it holds. */
function archiveOf(name: string, content: Buffer, times = 1): Buffer {
  const packed = deflateRawSync(content)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (let file = 0; file < times; file++) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(10, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(10, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}
