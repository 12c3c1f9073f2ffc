import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { isBlank, type ReadSheets, type Sheet, sheetLimits } from './sheet.ts'

/** Reads a spreadsheet (XLSX, or text with columns in any common encoding) into cells. Never throws for what a file contains. */
export const readSheets = async (bytes: Uint8Array): Promise<ReadSheets> => {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > sheetLimits.bytes) return { ok: false, reason: 'too-large' }
  if (begins(bytes, oldOffice)) return { ok: false, reason: 'old-excel' }
  const read = begins(bytes, zip) ? await readXlsx(bytes) : readCsv(bytes)
  return read.ok ? withinBounds(read.sheets) : read
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

const begins = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

const withinBounds = (sheets: Sheet[]): ReadSheets => {
  const filled = sheets.filter(({ rows }) => rows.some(row => row.some(cell => !isBlank(cell))))
  if (filled.length === 0) return { ok: false, reason: 'empty' }
  if (filled.reduce((sum, { rows }) => sum + rows.length, 0) > sheetLimits.rows)
    return { ok: false, reason: 'too-many-rows' }
  if (!filled.some(({ rows }) => rows.some(row => row.filter(cell => !isBlank(cell)).length > 1)))
    return { ok: false, reason: 'no-columns' }
  return {
    ok: true,
    sheets: filled.map(({ name, rows }) => ({
      name,
      rows: rows.map(row => row.slice(0, sheetLimits.columns)),
    })),
  }
}
