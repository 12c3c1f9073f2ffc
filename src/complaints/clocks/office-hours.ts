import { dayOf } from '../../platform/clock/clock.ts'
import { dayNumber, type WorkingDays } from '../../platform/clock/working-days.ts'

/** The first hour in which people are told something, and the first in which they are not any more. */
const [opens, closes] = [8, 16]

/** Whether an office is at work at this moment, where it stands. */
export const isOpen = (now: Temporal.Instant, zone: string, calendar: WorkingDays): boolean => {
  const { hour } = now.toZonedDateTimeISO(zone)
  return hour >= opens && hour < closes && calendar.isWorking(dayNumber(dayOf(now, zone)))
}
