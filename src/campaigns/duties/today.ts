import { dayOf } from '../../platform/clock/clock.ts'
import { type Duty, standingOf } from './duty.ts'

/** What an office does first stands first; what waits for others, or is over, comes last. */
export const todayGroups = ['overdue', 'this-week', 'next-week', 'later', 'waiting', 'over'] as const
export type TodayGroup = (typeof todayGroups)[number]

/** Shown with everything in them; of the others only how many there are, until somebody asks. */
export const openGroups: readonly TodayGroup[] = ['overdue', 'this-week', 'next-week']

/** Where a duty stands on the day's list. A week begins on Monday, where the office is. */
export const todayGroupOf = (
  duty: Pick<Duty, 'state' | 'dueAt' | 'stoppedWhy'>,
  now: Temporal.Instant,
  zone: string,
): TodayGroup => {
  const standing = standingOf(duty, now)
  if (standing === 'waiting') return 'waiting'
  if (standing === 'accepted' || standing === 'excused' || standing === 'stopped') return 'over'
  if (duty.dueAt.getTime() < now.epochMilliseconds) return 'overdue'
  const weeks = mondayOf(dayOf(now, zone)).until(mondayOf(dayOf(duty.dueAt, zone))).days / 7
  return weeks === 0 ? 'this-week' : weeks === 1 ? 'next-week' : 'later'
}

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
