import { describe, expect, test } from 'vitest'
import { readLetter } from './read-letter.ts'

const districts = [
  { code: '72.01', name: 'Kabupaten Banggai' },
  { code: '72.11', name: 'Kabupaten Banggai Laut' },
  { code: '72.08', name: 'Kabupaten Parigi Moutong' },
  { code: '72.09', name: 'Kabupaten Tojo Una Una' },
  { code: '72.10', name: 'Kabupaten Sigi' },
  { code: '72.71', name: 'Kota Palu' },
]
const today = Temporal.PlainDate.from('2026-11-24')
const read = (text: string) => readLetter(text, districts, today)
const values = (of: object) =>
  Object.fromEntries(Object.entries(of).map(([field, found]) => [field, (found as { value: string }).value]))

describe('an arrival out of what offices send', () => {
  test('a letter with blocks', () => {
    const letter = read(`Nomor: B-123/KONS/XI/2026, tanggal 20 November 2026
Perihal: Pemulangan PMI dari Arab Saudi

Bersama ini diberitahukan bahwa PMI tersebut akan tiba di Bandara Mutiara SIS Al-Jufri
pada tanggal 25 November 2026 pukul 13.45 WITA dengan pesawat GA 650.

1. Nama : SITI RAHMAWATI
   Tempat/tgl lahir : Sibowi, 17-08-1991
   No. Paspor : C1234567
   Alamat : Desa Sibowi, Kec. Tanambulava, Kab. Sigi
   No. HP : 0812-3456-7890
2. Nama : NURHAYATI BINTI DAENG
   Jenis kelamin : Perempuan
   NIK : 7271 0154 0290 0003
   Alamat : Kel. Tipo, Kota Palu`)
    expect(values(letter.journey)).toEqual({
      day: '2026-11-25',
      time: '13:45',
      flight: 'GA 650',
      country: 'SA',
    })
    expect(letter.journey.day?.words).toBe('25 November 2026')
    expect(letter.persons.map(values)).toEqual([
      {
        name: 'SITI RAHMAWATI',
        passport: 'C1234567',
        bornOn: '1991-08-17',
        phone: '0812-3456-7890',
        origin: '72.10',
        address: 'Desa Sibowi, Kec. Tanambulava, Kab. Sigi',
      },
      {
        name: 'NURHAYATI BINTI DAENG',
        sex: 'female',
        nik: '7271015402900003',
        origin: '72.71',
        address: 'Kel. Tipo, Kota Palu',
      },
    ])
  })

  test('a numbered list in a chat, for tomorrow', () => {
    const list = read(`Ijin lapor, besok tiba di Palu jam 09.10 JT 786 dari Malaysia:
1. MUH. ARIF (L) paspor AT 123456, asal Parimo
2. Yuliana, C7654321, asal Banggai Laut hp 081234567890
Mohon dijemput.`)
    expect(values(list.journey)).toEqual({
      day: '2026-11-25',
      time: '09:10',
      flight: 'JT 786',
      country: 'MY',
    })
    expect(list.persons.map(values)).toEqual([
      { name: 'MUH. ARIF', sex: 'male', passport: 'AT123456', origin: '72.08' },
      { name: 'Yuliana', passport: 'C7654321', phone: '081234567890', origin: '72.11' },
    ])
  })

  test('a table out of a spreadsheet, with a birth day that no calendar has', () => {
    const table = read(
      'Tiba 26/11/2026\nNo\tNama\tL/P\tTgl Lahir\tKab/Kota\n1\tRahma\tP\t31/02/1990\tSigi\n2\tArman\tL\t01/03/1988\tPalu',
    )
    expect(table.journey.day?.value).toBe('2026-11-26')
    expect(table.persons.map(values)).toEqual([
      { name: 'Rahma', sex: 'female', bornOn: '31/02/1990', origin: '72.10' },
      { name: 'Arman', sex: 'male', bornOn: '1988-03-01', origin: '72.71' },
    ])
  })

  test('a district however it is written', () => {
    for (const [said, code] of [
      ['Kab. Tojo Una-Una', '72.09'],
      ['Touna', '72.09'],
      ['kota palu', '72.71'],
      ['Banggai', '72.01'],
      ['Kabupaten Banggai Laut', '72.11'],
    ])
      expect(read(`1. RAHMA (P), asal ${said}`).persons[0]?.origin?.value).toBe(code)
  })

  test('a letter without anybody names nobody', () => {
    const letter = read('1. Mohon bantuan penjemputan.\n2. Biaya ditanggung dinas.')
    expect(letter.persons).toEqual([])
    expect(letter.journey).toEqual({})
  })
})
