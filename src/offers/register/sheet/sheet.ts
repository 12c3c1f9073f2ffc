/** A cell as read: days as 2027-01-12, everything that is not a number as text. */
export type Cell = string | number | null

export interface Sheet {
  name: string
  rows: Cell[][]
}

/** Why a file is not taken; each has its own message. */
export const refusals = [
  'empty',
  'too-large',
  'too-many-rows',
  'old-excel',
  'not-a-spreadsheet',
  'no-columns',
  'broken',
] as const
export type Refusal = (typeof refusals)[number]

export type ReadSheets = { ok: true; sheets: Sheet[] } | { ok: false; reason: Refusal }

export const sheetLimits = {
  bytes: 10_000_000,
  /** Of an XLSX file with everything in it unpacked. */
  unpackedBytes: 120_000_000,
  rows: 60_000,
  columns: 120,
  milliseconds: 30_000,
}

export const isBlank = (cell: Cell | undefined): cell is null | undefined =>
  cell === null || cell === undefined
