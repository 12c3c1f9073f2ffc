import { at, dayOf, houseZone, toDate } from '../../platform/clock/clock.ts'
import { dayNumber, plainDay, type WorkingDays, workingDays } from '../../platform/clock/working-days.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { ClockRule, Workflow } from '../workflow.ts'
import { readClock } from './clock.ts'
import { daysOff } from './queries.ts'

/** The clocks that begin with something now, and when they warn and are due. @param problems of the case: some clocks are for some only */
export const startingClocks = (
  calendar: WorkingDays,
  now: Temporal.Instant,
  { clocks }: Workflow,
  begins: ClockRule['starts'],
  problems: readonly string[] = [],
): { clock: string; warnAt: Date | null; dueAt: Date | null }[] => {
  const today = dayNumber(dayOf(now, houseZone))
  return clocks
    .filter(
      ({ starts, onlyFor }) =>
        starts === begins && (!onlyFor || onlyFor.some(code => problems.includes(code))),
    )
    .map(({ id, limit }) => {
      const reading = readClock(limit, [{ day: today, kind: 'start', office: 0 }], today, calendar)
      return { clock: id, warnAt: endOf(reading?.warnDay), dueAt: endOf(reading?.lastDay) }
    })
}

export const calendarOf = async (tx: Tx): Promise<WorkingDays> => calendarWithout(await daysOff(tx))

/** Days off change once or twice a year: the last calendar is made once. @param daysOff ISO dates */
export const calendarWithout = (daysOff: readonly string[]): WorkingDays => {
  const key = daysOff.join()
  if (last?.key !== key)
    last = { key, calendar: workingDays(daysOff.map(day => dayNumber(Temporal.PlainDate.from(day)))) }
  return last.calendar
}

let last: { key: string; calendar: WorkingDays } | undefined

/** The midnight at which a day is over. */
export const endOf = (day: number | undefined, zone = houseZone): Date | null =>
  day === undefined ? null : toDate(at(plainDay(day + 1), '00:00', zone))
