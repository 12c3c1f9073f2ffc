import { type LicenceState, licenceStates } from '../register.ts'
import { type Cell, isBlank } from '../sheet/sheet.ts'
import { countryOf } from './countries.ts'
import { readDay } from './read-day.ts'

/** Why a cell cannot be used; each has its own message. */
export const cellTroubles = [
  'bad-day',
  'bad-state',
  'bad-country',
  'bad-quota',
  'cut-number',
  'formula',
  'too-long',
] as const

export type ReadCell = { value: string | number | null } | { trouble: (typeof cellTroubles)[number] }

/** @param most letters */
export const readText = (cell: Cell, most: number): ReadCell => {
  if (isBlank(cell)) return { value: null }
  const text = String(cell).replace(/\s+/g, ' ').trim()
  if (/^=/.test(text)) return { trouble: 'formula' }
  if (text.length > most) return { trouble: 'too-long' }
  return { value: text === '-' || text === '' ? null : text }
}

/** A number of a licence or an order: one that the spreadsheet has cut (8,12E+15) would be another's. */
export const readNumberText = (cell: Cell, most: number): ReadCell => {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return { trouble: 'cut-number' }
  if (typeof cell === 'string' && /^\d[.,]?\d*E[+]?\d+$/i.test(cell.trim())) return { trouble: 'cut-number' }
  return readText(cell, most)
}

export const readDayCell = (cell: Cell): ReadCell => {
  const day = readDay(cell)
  return day === undefined ? { trouble: 'bad-day' } : { value: day }
}

export const readCountry = (cell: Cell): ReadCell => {
  if (isBlank(cell)) return { value: null }
  const code = countryOf(String(cell))
  return code ? { value: code } : { trouble: 'bad-country' }
}

export const readQuota = (cell: Cell): ReadCell => {
  const text = String(cell ?? '')
    .replace(/\b(orang|org|pax|workers?)\b/gi, '')
    .replace(/(?<=\d)[.,](?=\d{3}\b)/g, '')
    .trim()
  if (text === '' || text === '-') return { value: null }
  const quota = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return quota > 0 ? { value: quota } : { trouble: 'bad-quota' }
}

export const readState = (cell: Cell): ReadCell => {
  const text = String(cell ?? '').toLowerCase()
  const state =
    licenceStates.find(name => name === text) ?? stateWords.find(([words]) => words.test(text))?.[1]
  return state ? { value: state } : { trouble: 'bad-state' }
}

// What ends or stops a licence is looked for first: "tidak aktif" also says "aktif".
const stateWords: [RegExp, LicenceState][] = [
  [/cabut|revoked|pencabutan/, 'revoked'],
  [/skors|tangguh|suspen|tunda|beku/, 'suspended'],
  [
    /habis|kedaluwarsa|kadaluarsa|kadaluwarsa|berakhir|expired|(tidak|non|belum)[ -]?(aktif|berlaku)|inactive/,
    'expired',
  ],
  [/aktif|berlaku|valid|active|terdaftar/, 'valid'],
]
