import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'

export const sheetBytes = 8_000_000
export const sheetRows = 60_000
const unpackedBytes = 150_000_000
const sheetColumns = 60

export type SheetTrouble = 'not-a-sheet' | 'too-large' | 'too-many-rows' | 'empty'
export type Sheet = { ok: true; rows: string[][] } | { ok: false; reason: SheetTrouble }

/** The rows of a CSV or XLSX file as text; the first sheet of several. Never throws for what a file holds. */
export const readSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  if (bytes.length > sheetBytes) return no('too-large')
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    const rows = isZip(data) ? await excelRows(data) : textRows(data)
    if (rows === undefined) return no('too-large')
    const cut = rows.map(row => row.slice(0, sheetColumns).map(cellText))
    const last = cut.findLastIndex(row => row.some(cell => cell !== ''))
    if (last < 0) return no('empty')
    return last >= sheetRows ? no('too-many-rows') : { ok: true, rows: cut.slice(0, last + 1) }
  } catch {
    return no('not-a-sheet')
  }
}

const no = (reason: SheetTrouble): Sheet => ({ ok: false, reason })

const isZip = (data: Buffer) => data.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))

const excelRows = async (data: Buffer): Promise<unknown[][] | undefined> => {
  if (!unpacksWithin(data, unpackedBytes)) return undefined
  const [sheet] = await readExcel(data)
  return sheet?.data as unknown[][]
}

// Unpacked here first, with a bound: what the archive says of its own sizes may be a lie.
const unpacksWithin = (data: Buffer, limit: number) => {
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0) throw new Error('no directory')
  let left = limit
  let at = data.readUInt32LE(end + 16)
  for (let entry = data.readUInt16LE(end + 10); entry > 0; entry--) {
    const from = data.readUInt32LE(at + 42)
    const start = from + 30 + data.readUInt16LE(from + 26) + data.readUInt16LE(from + 28)
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20))
    left -= data.readUInt16LE(at + 10) === 8 ? inflatedSize(packed, left) : packed.length
    if (left <= 0) return false
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return true
}

const inflatedSize = (packed: Buffer, limit: number) => {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit }).length
  } catch (error) {
    if (error instanceof RangeError) return limit
    throw error
  }
}

const textRows = (data: Buffer): string[][] => {
  const text = decoded(data)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file with such signs is no text
  if (/[\0\x01-\x08\x0e-\x1a]/.test(text)) throw new Error('not text')
  const delimiter = separatorOf(text)
  if (!delimiter) throw new Error('no columns')
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    bom: true,
  })
}

const decoded = (data: Buffer) => {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data)
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be').decode(data)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return new TextDecoder('windows-1252').decode(data)
  }
}

// The separator that most of the first lines hold most of.
const separatorOf = (text: string) => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n|\r/)
    .slice(0, 30)
  const counts = [';', '\t', ',', '|'].map(mark => ({
    mark,
    lines: lines.filter(line => line.includes(mark)).length,
    marks: lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0),
  }))
  const [best] = counts.sort((a, b) => b.lines - a.lines || b.marks - a.marks)
  return best && best.lines > 0 ? best.mark : undefined
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).replace(/\s+/g, ' ').trim().slice(0, 400)
}
