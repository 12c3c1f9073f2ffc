import type { Day } from '../register.ts'
import { type Cell, isBlank } from '../sheet/sheet.ts'

/**
 * The day a cell says, in whatever way lists say it: 12-01-2027, 12/1/27, 2027-01-12, 12 Januari 2027, a spreadsheet's own number.
 * Day before month always: the lists are Indonesian.
 * @returns null for an empty cell, undefined for one that says no day
 */
export const readDay = (cell: Cell): Day | null | undefined => {
  if (isBlank(cell)) return null
  if (typeof cell === 'number') return fromSerial(cell)
  const text = cell
    .toLowerCase()
    .replace(/^(?:s\.?\/?d\.?|sampai(?: dengan)?|hingga)\s*/, '')
    .replace(/^(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),?\s*/, '')
    .trim()
  if (/^(?:-|–|)$/.test(text)) return null
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text)
  if (iso) return day(iso[1]!, Number(iso[2]), iso[3]!)
  const numbers = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?: .*)?$/.exec(text)
  if (numbers) return day(numbers[3]!, Number(numbers[2]), numbers[1]!)
  const words = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4}|\d{2})$/.exec(text)
  return words ? day(words[3]!, monthOf(words[2]!), words[1]!) : undefined
}

/** Days since 30 December 1899; only those of this century's lists, so that other numbers are not taken for days. */
const fromSerial = (serial: number): Day | undefined => {
  if (serial < 36_526 || serial > 73_050) return undefined
  return String(Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(serial) }))
}

const day = (year: string, month: number, dayOfMonth: string): Day | undefined => {
  const full = year.length === 2 ? `20${year}` : year
  try {
    return String(
      Temporal.PlainDate.from({ year: Number(full), month, day: Number(dayOfMonth) }, { overflow: 'reject' }),
    )
  } catch {
    return undefined
  }
}

const months = 'jan feb mar apr mei jun jul agu sep okt nov des'.split(' ')
const otherMonths: Record<string, number> = {
  may: 5,
  aug: 8,
  agt: 8,
  ags: 8,
  oct: 10,
  dec: 12,
  nop: 11,
  peb: 2,
}

const monthOf = (word: string) => {
  const start = word.slice(0, 3)
  return otherMonths[start] ?? months.indexOf(start) + 1
}
