import { encode } from 'uqr'

export interface Code {
  /** Modules on a side, without the quiet zone. */
  size: number
  /** Dark modules as horizontal runs: column, row, length. */
  runs: [number, number, number][]
}

/**
 * The QR code of a text in the smallest version that holds it, with the strongest correction that version has room for.
 * Upper-case text is stored in alphanumeric mode, a third smaller than the same text in lower case.
 */
export const qrCode = (text: string): Code => {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 })
  return { size, runs: data.flatMap(runsOfRow) }
}

const runsOfRow = (row: boolean[], y: number) =>
  row.flatMap((dark, x): Code['runs'] => (dark && !row[x - 1] ? [[x, y, lengthFrom(row, x)]] : []))

const lengthFrom = (row: boolean[], x: number) => {
  const end = row.indexOf(false, x)
  return (end === -1 ? row.length : end) - x
}
