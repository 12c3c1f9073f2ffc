import { at, dayOf, toDate } from '../../platform/clock/clock.ts'
import { dayNumber, plainDay, type WorkingDays } from '../../platform/clock/working-days.ts'
import { byReporter, type SampleStory, type Turn } from './story.ts'

/**
 * When a story was told and when each turn of it happened: offices act on working days where they can, one thing after the
 * other, nothing later than now.
 */
export const momentsOf = (
  { ago, at: desk }: Pick<SampleStory, 'ago' | 'at'>,
  turns: readonly Turn[],
  now: Temporal.Instant,
  calendar: WorkingDays,
): Date[] => {
  const told = dayNumber(dayOf(now)) - ago
  const last = turns.length
  let before = Number.NEGATIVE_INFINITY
  return [{ day: 0, deed: desk ? 'filed' : 'wrote' }, ...turns].map(({ day, deed }, place) => {
    const office = !byReporter.includes(deed)
    const moment = timeOn(
      office ? workingDay(told + day, told, calendar) : told + day,
      office,
      ago * 7 + place,
    )
    const latest = now.epochMilliseconds - (last - place + 1) * minute
    before = Math.min(Math.max(moment, before + 20 * minute), Math.max(latest, before + 1))
    return new Date(before)
  })
}

const minute = 60_000

/** The last working day up to this one, but not before the report. */
const workingDay = (day: number, first: number, calendar: WorkingDays) => {
  for (let earlier = day; earlier > first; earlier--) if (calendar.isWorking(earlier)) return earlier
  return day
}

const timeOn = (day: number, office: boolean, seed: number) => {
  const minutes = office ? 490 + ((seed * 83) % 430) : 390 + ((seed * 131) % 880)
  return toDate(at(plainDay(day), '00:00').add({ minutes })).getTime()
}
