import { parse } from 'csv-parse/sync'
import { decode } from './decode.ts'
import type { Cell, ReadSheets } from './sheet.ts'

/** Text with columns: the separator is the one that cuts most lines alike. */
export const readCsv = (bytes: Uint8Array): ReadSheets => {
  const text = decode(bytes)?.replace(/^\ufeff/, '')
  if (text === undefined || /^\s*(?:<|%PDF|\{\\rtf)/.test(text))
    return { ok: false, reason: 'not-a-spreadsheet' }
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const rows = cut(body, told?.[1] ?? separatorOf(body))
  return { ok: true, sheets: [{ name: '', rows: rows.map(row => row.map(cellOf)) }] }
}

const separators = [',', ';', '\t', '|']
const looked = 40_000

const separatorOf = (text: string) => {
  const beginning = text.slice(0, looked)
  const scored = separators.map(separator => [separator, evenness(cut(beginning, separator))] as const)
  return scored.sort((a, b) => b[1] - a[1])[0]![0]
}

/** Cells in the rows of the commonest width. */
const evenness = (rows: string[][]) => {
  const widths = new Map<number, number>()
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
  return Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count))
}

const cut = (text: string, delimiter: string): string[][] => {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }
  try {
    return parse(text, options)
  } catch {
    // A quotation mark that is opened and never closed is a mark like any other.
    return parse(text, { ...options, quote: false })
  }
}

/** Spreadsheets write ="0812" to keep a leading zero. */
const cellOf = (text: string): Cell => {
  const told = /^="(.*)"$/s.exec(text.trim())
  return (told?.[1] ?? text).replace(/\u00a0/g, ' ').trim() || null
}
