import type { DayNumber, WorkingDays } from '../../platform/clock/working-days.ts'

/**
 * A time limit. Working days and days are counted at midnight: a day counts when the clock is running as it ends, the day of
 * the start not included, and it counts for the office that holds the case at that midnight. So the segments of the offices
 * add up to the whole, whatever happened in between.
 */
export interface Limit {
  unit: 'working-days' | 'days' | 'months'
  /** A whole number, at least 1. */
  amount: number
}

/** What happens to a clock, in order of time. A second start begins it anew: a reopened case is not late from its first minute. */
export interface ClockEvent {
  day: DayNumber
  kind: 'start' | 'pause' | 'resume' | 'hold' | 'stop'
  /** The office that holds the case from here on; at 'start' and 'hold'. */
  office?: number
}

export const clockStates = ['within', 'approaching', 'breached'] as const
export type ClockState = (typeof clockStates)[number]

export interface ClockReading {
  state: ClockState
  running: 'running' | 'paused' | 'stopped'
  /** Days counted so far, and how many the limit allows; in the limit's unit, months as days. */
  counted: number
  allowed: number
  /** The last day within the limit, if nothing else happens; none while paused or stopped. */
  lastDay: DayNumber | undefined
  /** The day at whose end four fifths of the limit are gone. */
  warnDay: DayNumber | undefined
  /** Days counted for each office. Their sum is `counted`. */
  byOffice: Map<number, number>
}

/**
 * Reads a clock on a day.
 * @param today the day that is not over yet: it does not count
 * @returns nothing when the clock never started
 */
export const readClock = (
  limit: Limit,
  events: readonly ClockEvent[],
  today: DayNumber,
  calendar: WorkingDays,
): ClockReading | undefined => {
  const begun = events.findLastIndex(({ kind }) => kind === 'start')
  const start = events[begun]
  if (!start) return undefined
  const count = counting(limit, calendar)
  const allowed = allowedDays(limit, start.day)
  const byOffice = new Map<number, number>()
  let [running, office, since]: [ClockReading['running'], number, DayNumber] = [
    'running',
    start.office ?? 0,
    start.day,
  ]
  // A day ends at midnight: what happens on a day decides how that day counts, so a span ends the day before.
  const close = (day: DayNumber) => {
    if (running === 'running') add(byOffice, office, count.between(since, day - 1))
    since = Math.max(since, day - 1)
  }
  for (const event of events.slice(begun + 1)) {
    close(event.day)
    if (event.kind === 'hold') office = event.office ?? office
    else running = after[event.kind]
  }
  close(today)
  const counted = [...byOffice.values()].reduce((sum, days) => sum + days, 0)
  const left = (share: number) =>
    running === 'running' ? count.after(since, Math.max(1, Math.ceil(allowed * share) - counted)) : undefined
  return {
    state: stateOf(counted, allowed),
    running,
    counted,
    allowed,
    lastDay: counted >= allowed ? undefined : left(1),
    warnDay: counted >= allowed * approachingFrom ? undefined : left(approachingFrom),
    byOffice,
  }
}

const approachingFrom = 0.8

const after = { start: 'running', pause: 'paused', resume: 'running', stop: 'stopped' } as const

const stateOf = (counted: number, allowed: number): ClockState =>
  counted >= allowed ? 'breached' : counted >= allowed * approachingFrom ? 'approaching' : 'within'

const counting = ({ unit }: Limit, calendar: WorkingDays): Pick<WorkingDays, 'between' | 'after'> =>
  unit === 'working-days'
    ? calendar
    : { between: (first, last) => Math.max(0, last - first), after: (first, days) => first + days }

const allowedDays = ({ unit, amount }: Limit, start: DayNumber) => {
  if (unit !== 'months') return amount
  const first = Temporal.PlainDate.from('1970-01-01').add({ days: start })
  return first.until(first.add({ months: amount }), { largestUnit: 'days' }).days
}

const add = (sums: Map<number, number>, office: number, days: number) =>
  sums.set(office, (sums.get(office) ?? 0) + days)
