import { calendarDay, datesIn, recordedDays, weekdays } from './dates.ts'
import type { Hit, Known, Rule } from './finding.ts'

/** The weekday of a date is right, and the date exists. */
export const weekday: Rule = {
  name: 'weekday',
  look: (text, known) => datesIn(text).flatMap(date => judge(date, known)),
}

const judge = (date: ReturnType<typeof datesIn>[number], { facts, today }: Known): Hit[] => {
  const recorded = recordedDays(facts.when)
  const same = recorded.find(({ month, day }) => month === date.month && day === date.day)
  const year = date.year?.value ?? same?.year ?? recorded[0]?.year ?? Temporal.PlainDate.from(today).year
  const day = calendarDay(year, date.month, date.day)
  if (!day) return [{ start: date.start, end: date.end, why: 'check.no-such-day' }]
  if (!date.weekday) return []
  const right = weekdays[day.dayOfWeek - 1]!
  if (plain(date.weekday.word) === plain(right)) return []
  const { start, word } = date.weekday
  const where = { start, end: start + word.length, why: 'check.weekday' as const, values: { right } }
  // Where the date itself is recorded, the weekday is what slipped; elsewhere either may be wrong.
  return [recorded.some(one => one.equals(day)) ? { ...where, fix: right } : where]
}

const plain = (word: string) => word.toLowerCase().replace(/['’]/g, '').replace('ahad', 'minggu')
