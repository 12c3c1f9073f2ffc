/** Reads one workbook in a thread of its own: a large or hostile one costs that thread, not the visitors of the house. */
import { parentPort, workerData } from 'node:worker_threads'
import readExcelFile from 'read-excel-file/node'
import { filled, mergesOf } from './merges.ts'
import type { Cell, ReadSheets } from './sheet.ts'
import { Unpackable, unpacked } from './unpacked.ts'

const read = async (bytes: Uint8Array, limit: number): Promise<ReadSheets> => {
  const archive = Buffer.from(bytes)
  const files = unpacked(archive, limit)
  if (!files.has('xl/workbook.xml')) return { ok: false, reason: 'not-a-spreadsheet' }
  const merges = mergesOf(files)
  const sheets = await readExcelFile(archive)
  return {
    ok: true,
    sheets: sheets.map(({ sheet, data }, place) => ({
      name: sheet,
      rows: filled(
        data.map(row => row.map(cellOf)),
        merges[place] ?? [],
      ),
    })),
  }
}

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayOrTime(value)
  return (
    String(value)
      .replace(/\u00a0/g, ' ')
      .trim() || null
  )
}

/** A time of day is a part of the day zero; counted in parts of a day it can fall short of its minute. */
const dayOrTime = (value: Date) => {
  if (value.getUTCFullYear() >= 1900) return value.toISOString().slice(0, 10)
  return new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString().slice(11, 16)
}

const { bytes, limit } = workerData as { bytes: Uint8Array; limit: number }
parentPort!.postMessage(
  await read(bytes, limit).catch(
    (error): ReadSheets => ({ ok: false, reason: error instanceof Unpackable ? error.reason : 'broken' }),
  ),
)
