import { datesIn, recordedDays } from './dates.ts'
import type { Hit, Rule } from './finding.ts'

/** The year of a date is the recorded one: at the turn of the year hands keep writing the old one. */
export const year: Rule = {
  name: 'year',
  look: (text, { facts }) => {
    const recorded = recordedDays(facts.when)
    if (recorded.length === 0) return []
    return datesIn(text).flatMap((date): Hit[] => {
      if (!date.year || recorded.some(day => day.year === date.year!.value)) return []
      const same = recorded.find(({ month, day }) => month === date.month && day === date.day)
      const where = { start: date.year.start, end: date.year.start + 4 }
      if (!same) return [{ ...where, why: 'check.year-unrecorded' as const }]
      const right = String(same.year)
      return [{ ...where, why: 'check.year' as const, values: { right }, fix: right }]
    })
  },
}
