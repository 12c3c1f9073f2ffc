import type { FormState } from './form-state.ts'
import type { MatrixCell } from './matrix.tsx'
import type { Tile } from './tile-map.tsx'
import type { Tone } from './tone.ts'

/** Invented words and figures for the style page; nothing here is about a real office or person. */
export const tones: [Tone, string][] = [
  ['good', 'Tayang'],
  ['info', 'Menunggu tinjauan'],
  ['warn', 'Terlambat'],
  ['danger', 'Sunyi'],
  ['neutral', 'Belum waktunya'],
]

export const fresh: FormState = { values: {}, errors: {} }

export const faulty: FormState = {
  values: { name: 'A', story: 'Kalimat yang sudah diketik tetap ada.', channel: [], kind: 'paspor' },
  errors: {
    name: 'Isi paling sedikit 3 huruf',
    due: 'Tenggat tidak boleh sebelum tanggal mulai',
    channel: 'Pilih paling sedikit satu saluran',
    consent: 'Beri persetujuan agar aduan dapat diproses',
  },
}

const signs: Record<string, MatrixCell | undefined> = {
  v: { tone: 'good', sign: '✓', word: 'Tayang', href: '#matriks' },
  o: { tone: 'info', sign: '◐', word: 'Menunggu tinjauan', href: '#matriks' },
  r: { tone: 'warn', sign: '↩', word: 'Dikembalikan', href: '#matriks' },
  l: { tone: 'warn', sign: '!', word: 'Terlambat', href: '#matriks' },
  x: { tone: 'danger', sign: '✕', word: 'Sunyi', href: '#matriks' },
  a: { tone: 'neutral', sign: '·', word: 'Belum waktunya', href: '#matriks' },
}

interface OfficeSample {
  short: string
  name: string
  cells: (MatrixCell | undefined)[]
  figure: string
  note: [Tone, string] | undefined
}

const office = (
  short: string,
  name: string,
  states: string,
  figure: string,
  note?: [Tone, string],
): OfficeSample => ({ short, name, cells: [...states].map(state => signs[state]), figure, note })

export const offices: OfficeSample[] = [
  office('Tojo Una-Una', 'Dinas Tenaga Kerja dan Transmigrasi Kabupaten Tojo Una-Una', 'xxx-x', '–', [
    'danger',
    'Sunyi 34 hari',
  ]),
  office('Banggai Kepulauan', 'Dinas Ketenagakerjaan Kabupaten Banggai Kepulauan', 'xxa-x', '–', [
    'danger',
    'Sunyi 34 hari',
  ]),
  office('Parigi Moutong', 'Dinas Bidang Ketenagakerjaan Kabupaten Parigi Moutong', 'volvl', '96', [
    'warn',
    'Ingatkan',
  ]),
  office('Kota Palu', 'Dinas Koperasi, UMKM dan Tenaga Kerja Kota Palu', 'vvvvr', '402'),
  office('Sigi', 'Disnakertrans Kabupaten Sigi', 'vvva-', '214'),
]

const tile = (name: string, value: string, tone: Tone, column: number, row: number): Tile => ({
  name,
  value,
  word: tones.find(([known]) => known === tone)![1],
  tone,
  column,
  row,
})

export const tiles: Tile[] = [
  tile('Tolitoli', '0/2', 'warn', 1, 1),
  tile('Buol', '1/2', 'good', 2, 1),
  tile('Donggala', '1/3', 'warn', 1, 2),
  tile('Parimo', '1/3', 'warn', 2, 2),
  tile('Palu', '3/3', 'good', 1, 3),
  tile('Touna', '0/4', 'danger', 3, 3),
  tile('Banggai', '3/3', 'good', 4, 3),
  tile('Sigi', '3/3', 'good', 1, 4),
  tile('Poso', '2/3', 'info', 2, 4),
  tile('Morut', '0/2', 'neutral', 3, 4),
  tile('Bangkep', '0/2', 'danger', 5, 4),
  tile('Morowali', '3/3', 'good', 3, 5),
  tile('Balut', '1/1', 'good', 5, 5),
].map(entry => ({ ...entry, href: '#peta' }))

/** A poster that needs no file: one message, one shape, the strip of the office below. */
export const posterSample = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1080" font-family="sans-serif" font-weight="700">
  <path fill="#06434a" d="M0 0h1080v1080H0z"/><circle cx="880" cy="190" r="250" fill="#f0a35e"/>
  <path fill="#0a5a62" d="M0 760q270-70 540 0t540 0v320H0z"/><path fill="#fff" d="M0 880h1080v200H0z"/>
  <text fill="#fff" font-size="104"><tspan x="72" y="470">Visa ziarah</tspan><tspan x="72" y="586">bukan visa</tspan>
  <tspan x="72" y="702">kerja.</tspan></text><text x="72" y="996" fill="#16272b" font-size="40">Contoh: Disnakertrans Sigi</text></svg>`,
)}`
