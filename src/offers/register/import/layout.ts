import type { RegisterList } from '../register.ts'
import { type Cell, isBlank, type Sheet } from '../sheet/sheet.ts'
import { type Field, fieldsOf, headerWords } from './fields.ts'

/** Where in a file the list stands: which sheet, its last header row (0 is none), and the column of each field, counted from 1. */
export interface Layout {
  sheet: number
  headerRow: number
  columns: Partial<Record<Field, number>>
}

/** Guesses the layout: the sheet and row whose titles say most, alone or two rows together. */
export const guessLayout = (list: RegisterList, sheets: Sheet[]): Layout => {
  const guesses = sheets.flatMap(({ rows }, sheet) =>
    headersOf(rows).map(header => ({ sheet, ...guess(list, header) })),
  )
  const best = guesses.reduce((a, b) => (b.score > a.score ? b : a), {
    sheet: 0,
    headerRow: 0,
    columns: {},
    score: 0,
  })
  return { sheet: best.sheet, headerRow: best.headerRow, columns: best.columns }
}

/** The columns that the titles of one row, or of the two rows that end with it, seem to mean. */
export const guessColumns = (list: RegisterList, rows: Cell[][], headerRow: number): Layout['columns'] => {
  const guesses = headersOf(rows)
    .filter(({ row }) => row === headerRow)
    .map(header => guess(list, header))
  return guesses.reduce((a, b) => (b.score > a.score ? b : a), { columns: {}, score: 0 }).columns
}

/** The title of every column under a layout, a two-row header in one line. */
export const titlesOf = (rows: Cell[][], headerRow: number): string[] => {
  const widest = rows.slice(0, 2000).reduce((most, row) => Math.max(most, row.length), 0)
  const header = headersOf(rows).find(({ row }) => row === headerRow)
  return Array.from({ length: widest }, (_, column) => header?.titles[column] ?? '')
}

interface Header {
  /** Of its last row, from 1. */
  row: number
  titles: string[]
}

/** Titles, letterheads and filters can stand above a header. */
const lookedAt = 40

const headersOf = (rows: Cell[][]): Header[] =>
  rows.slice(0, lookedAt).flatMap((row, at) => {
    const one = { row: at + 1, titles: row.map(said) }
    const below = rows[at + 1]
    return below && isTwoRows(row, below) ? [one, { row: at + 2, titles: together(row, below) }] : [one]
  })

const said = (cell: Cell | undefined) => (isBlank(cell) ? '' : String(cell).replace(/\s+/g, ' ').trim())

/** The upper row has titles over several columns, and others that go on through the lower one; the lower one only words. */
const isTwoRows = (upper: Cell[], lower: Cell[]): boolean => {
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => column)
  const above = spread(upper, lower)
  const isWide = columns.some(
    column => above[column] && above[column] === above[column + 1] && said(lower[column]),
  )
  const goesOn = columns.some(
    column => said(upper[column]) && (!said(lower[column]) || said(lower[column]) === said(upper[column])),
  )
  return (
    isWide && goesOn && lower.every(cell => typeof cell !== 'number' && said(cell).length <= longestTitle)
  )
}

const longestTitle = 40

/** A title that stands over several columns is written in the first of them only, unless the file says that they are merged. */
const spread = (upper: Cell[], lower: Cell[]) => {
  const titles: string[] = []
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const own = said(upper[column])
    titles.push(own || !said(lower[column]) ? own : (titles.at(-1) ?? ''))
  }
  return titles
}

const together = (upper: Cell[], lower: Cell[]) =>
  spread(upper, lower).map((title, column) => {
    const below = said(lower[column])
    return title === below ? title : `${title} ${below}`.trim()
  })

const guess = (list: RegisterList, { row, titles }: Header) => {
  const claims = fieldsOf[list]
    .flatMap(field => titles.map((title, at) => ({ field, column: at + 1, weight: weightOf(field, title) })))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const columns: Partial<Record<Field, number>> = {}
  let score = 0
  for (const { field, column, weight } of claims) {
    if (columns[field] !== undefined || Object.values(columns).includes(column)) continue
    columns[field] = column
    score += weight
  }
  // One word that fits may stand in any sentence above the list.
  return { headerRow: row, columns, score: Object.keys(columns).length > 1 ? score : 0 }
}

const weightOf = (field: Field, title: string) => {
  if (title.length > longestTitle * 2) return 0
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const place = headerWords[field].findIndex(pattern => pattern.test(words))
  return place < 0 ? 0 : 4 - place
}
