import { dayOfCell } from './day-of-cell.ts'
import {
  columnsOf,
  type Entry,
  type EntryKind,
  type Field,
  type Fields,
  fieldsOf,
  keyOf,
  plainKey,
} from './entry.ts'

/** Which column of the sheet holds which field; counted from 0. */
export type Columns = Partial<Record<Field, number>>

export interface Heading {
  /** The row with the names of the columns; the list begins after it. */
  row: number
  columns: Columns
}

export type RowTrouble = { row: number; reason: 'missing' | 'day' | 'number' | 'duplicate'; field: Field }

const known: Record<Field, RegExp> = {
  licence: /(izin|licen[cs]e|sip3mi|sippmi|siup)(?!.*(berlaku|valid|tanggal|habis))/,
  name: /(nama.*(perusahaan|p3mi|pt)|^nama|company|^p3mi$|perusahaan)/,
  state: /(status|keadaan|state)/,
  validFrom: /(mulai|terbit|tanggal izin|valid from|issued)/,
  validUntil: /(berlaku|berakhir|s\.?d|until|habis|expire|masa)/,
  address: /(alamat|address)/,
  city: /(kota|kabupaten|city|cabang|branch)/,
  phone: /(telp|telepon|phone|hp)/,
  number: /(job ?order|nomor jo|no\.? jo|sip2mi|^(nomor|no\.?|number)$)/,
  country: /(negara|country|tujuan)/,
  job: /(jabatan|pekerjaan|posisi|job(?! ?order)|sektor)/,
  quota: /(kuota|jumlah|quota|kebutuhan)/,
}

/** Finds the row of names among titles and second headers, and guesses what each column holds. */
export const findHeading = (kind: EntryKind, rows: string[][]): Heading => {
  const guesses = rows.slice(0, 25).map((cells, row) => ({ row, columns: guess(kind, cells) }))
  const best = guesses.reduce((a, b) => (size(b) > size(a) ? b : a), guesses[0] ?? { row: 0, columns: {} })
  // A merged header tells the rest of its names in the row below.
  const below = guesses[best.row + 1]
  if (!below || size(below) === 0) return best
  return { row: below.row, columns: { ...below.columns, ...best.columns } }
}

const size = ({ columns }: Heading) => Object.keys(columns).length

const guess = (kind: EntryKind, cells: string[]): Columns => {
  const columns: Columns = {}
  const taken = new Set<number>()
  for (const field of fieldsOf(kind)) {
    const at = cells.findIndex(
      (cell, place) =>
        !taken.has(place) && cell.length < 60 && !/\d{3}/.test(cell) && known[field].test(cell.toLowerCase()),
    )
    if (at < 0) continue
    columns[field] = at
    taken.add(at)
  }
  return columns
}

/** The entries of a list, and each row that cannot be one, with its number in the sheet. */
export const readList = (kind: EntryKind, rows: string[][], { row: heading, columns }: Heading) => {
  const entries = new Map<string, Entry>()
  const troubles: RowTrouble[] = []
  rows.slice(heading + 1).forEach((cells, at) => {
    const row = heading + at + 2
    if (cells.every(cell => cell === '')) return
    const { fields, trouble } = readRow(kind, cells, columns)
    const key = keyOf(kind, fields)
    if (trouble) troubles.push({ row, ...trouble })
    else if (entries.has(key))
      troubles.push({ row, reason: 'duplicate', field: kind === 'job-order' ? 'number' : 'licence' })
    else entries.set(key, { key, licence: plainKey(fields.licence), fields })
  })
  return { entries: [...entries.values()], troubles }
}

const readRow = (kind: EntryKind, cells: string[], columns: Columns) => {
  const fields: Fields = {}
  let trouble: Omit<RowTrouble, 'row'> | undefined
  for (const field of fieldsOf(kind)) {
    const place = columns[field]
    const cell = place === undefined ? '' : (cells[place] ?? '')
    const value = cell === '' ? undefined : (readers[field] ?? plain)(cell)
    if (value) fields[field] = value
    else if (cell !== '') trouble ??= { reason: field === 'quota' ? 'number' : 'day', field }
    else if (columnsOf[kind].needed.includes(field)) trouble ??= { reason: 'missing', field }
  }
  return { fields, trouble }
}

const plain = (cell: string): string | undefined => cell.slice(0, 200)

const readers: Partial<Record<Field, (cell: string) => string | undefined>> = {
  licence: cell => plainKey(cell).slice(0, 120),
  number: cell => plainKey(cell).slice(0, 120),
  validFrom: dayOfCell,
  validUntil: dayOfCell,
  quota: cell => /^\d{1,6}$/.exec(cell.replace(/[.,\s]|orang/gi, ''))?.[0],
  state: cell =>
    /(cabut|revoked)/i.test(cell)
      ? 'revoked'
      : /(tunda|skors|suspen|henti|beku)/i.test(cell)
        ? 'suspended'
        : 'valid',
}
