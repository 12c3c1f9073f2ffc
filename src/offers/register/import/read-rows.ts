import type { RegisterList } from '../register.ts'
import { type Cell, isBlank } from '../sheet/sheet.ts'
import {
  cellTroubles,
  type ReadCell,
  readCountry,
  readDayCell,
  readNumberText,
  readQuota,
  readState,
  readText,
} from './cells.ts'
import { type Field, fieldsOf, mostLetters, requiredOf } from './fields.ts'
import type { Layout } from './layout.ts'

export type Values = Partial<Record<Field, string | number | null>>

export interface ReadRow {
  /** As the spreadsheet counts, from 1. */
  row: number
  values: Values
}

export const rowTroubles = [
  ...cellTroubles,
  'missing',
  'heading',
  'same-row',
  'differs',
  'no-company',
  'near-company',
  'other-company',
] as const

/** A row that is left out, and why. */
export interface Trouble {
  row: number
  reason: (typeof rowTroubles)[number]
  field?: Field
  value?: string
  /** The row it clashes with. */
  other?: number
  /** What it may have meant. */
  near?: string
  /** What could be read of it: enough, often, to know which line of the register it is about. */
  partial?: Values
}

/** The rows below the header as values; those that cannot be used with the reason, none without a word. */
export const readRows = (
  list: RegisterList,
  rows: Cell[][],
  { headerRow, columns }: Layout,
): { rows: ReadRow[]; troubles: Trouble[] } => {
  const read: ReadRow[] = []
  const troubles: Trouble[] = []
  const header = rows[headerRow - 1] ?? []
  for (const [at, cells] of rows.entries()) {
    if (at < headerRow || isEmpty(cells) || isCounting(cells) || isSame(cells, header)) continue
    const row = at + 1
    const found = isHeading(cells)
      ? ({ row, reason: 'heading', value: shown(cells) } as const)
      : readRow(list, row, cells, columns)
    if ('reason' in found) troubles.push(found)
    else read.push(found)
  }
  return { rows: read, troubles }
}

const isEmpty = (cells: Cell[]) => cells.every(isBlank)

/** (1) (2) (3) under a header. */
const isCounting = (cells: Cell[]) => {
  const filled = cells.filter(cell => !isBlank(cell))
  return (
    filled.length > 2 && filled.every((cell, at) => Number(String(cell).replace(/[().]/g, '')) === at + 1)
  )
}

/** A header that comes again on each printed page. */
const isSame = (cells: Cell[], header: Cell[]) =>
  header.length > 0 && cells.every((cell, column) => (cell ?? null) === (header[column] ?? null))

/** One text alone, or over the whole width: a province, a total, a signature. */
const isHeading = (cells: Cell[]) => new Set(cells.filter(cell => !isBlank(cell))).size === 1

const shown = (cells: Cell[]) => String(cells.find(cell => !isBlank(cell))).slice(0, 80)

const readRow = (
  list: RegisterList,
  row: number,
  cells: Cell[],
  columns: Layout['columns'],
): ReadRow | Trouble => {
  const values: Values = {}
  let trouble: Trouble | undefined
  for (const field of fieldsOf[list]) {
    const column = columns[field]
    if (column === undefined) continue
    const cell = cells[column - 1] ?? null
    const read = readers[field](cell)
    if ('value' in read) values[field] = read.value
    else
      trouble ??= {
        row,
        reason: read.trouble,
        field,
        value: String(cell ?? '').slice(0, 80),
        partial: values,
      }
  }
  const missing = requiredOf[list].find(field => isBlank(values[field]))
  if (!trouble && missing) return { row, reason: 'missing', field: missing, partial: values }
  return trouble ?? { row, values }
}

const textOf = (field: Field) => (cell: Cell) => readText(cell, mostLetters[field] ?? 200)
const numberOf = (field: Field) => (cell: Cell) => readNumberText(cell, mostLetters[field] ?? 80)

const readers: Record<Field, (cell: Cell) => ReadCell> = {
  licence: numberOf('licence'),
  permit: numberOf('permit'),
  number: numberOf('number'),
  name: textOf('name'),
  company: textOf('company'),
  city: textOf('city'),
  address: textOf('address'),
  phone: textOf('phone'),
  note: textOf('note'),
  job: textOf('job'),
  state: readState,
  valid_from: readDayCell,
  valid_until: readDayCell,
  country: readCountry,
  quota: readQuota,
}
