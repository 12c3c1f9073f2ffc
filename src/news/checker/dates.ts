import { placesOf } from './finding.ts'

export const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const

const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]

const written = new RegExp(
  String.raw`(?:\b(Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad),?\s*\(?)?(?<![\d/.])(\d{1,2})(?:[/-](\d{1,2})(?:[/-](\d{4}))?|\s+(${months.join('|')})(?:\s+(\d{4}))?)(?![\d/])`,
  'gi',
)

/** A date as it stands in a text. */
export interface WrittenDate {
  start: number
  end: number
  weekday: { word: string; start: number } | undefined
  day: number
  month: number
  year: { value: number; start: number } | undefined
}

/** Dates as the agency writes them: (2/2), Senin (2/2/2026), 2 Februari 2026. Numbers of laws and letters are none. */
export const datesIn = (text: string): WrittenDate[] =>
  placesOf(text, written)
    .filter(({ start }) => !/(?:UU|PP|Nomor|No\.?|Perpres|Permen\S*)\s+$/i.test(text.slice(0, start)))
    .map(({ match, start, end }) => {
      const [, weekday, day, month, year, monthName, namedYear] = match
      const value = year ?? namedYear
      return {
        start,
        end,
        weekday: weekday ? { word: weekday, start } : undefined,
        day: Number(day),
        month: month ? Number(month) : months.indexOf(monthName!.toLowerCase()) + 1,
        year: value ? { value: Number(value), start: end - value.length } : undefined,
      }
    })

/** The day of the calendar, or nothing when there is none such: 31 February. */
export const calendarDay = (year: number, month: number, day: number): Temporal.PlainDate | undefined => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** The days that are recorded. */
export const recordedDays = (when: { start: string; end?: string } | undefined): Temporal.PlainDate[] =>
  [when?.start, when?.end].flatMap(day => (day ? [Temporal.PlainDate.from(day)] : []))
