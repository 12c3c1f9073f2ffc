import { at, dayOf, houseZone, toDate } from '../../platform/clock/clock.ts'
import { dayNumber, plainDay, type WorkingDays, workingDays } from '../../platform/clock/working-days.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertClocks } from '../queries.ts'
import type { ClockRule, Workflow } from '../workflow.ts'
import { readClock } from './clock.ts'
import { daysOff } from './queries.ts'

/** Starts the clocks that begin with something, such as 'received'; those that run already go on. */
export const startClocks = async (
  tx: Tx,
  now: Temporal.Instant,
  { clocks }: Workflow,
  complaintId: string,
  begins: ClockRule['starts'],
  { problems = [], part = 0 }: { problems?: readonly string[]; part?: number } = {},
): Promise<{ clock: string; dueAt: Date | null }[]> => {
  const calendar = await calendarOf(tx)
  const today = dayNumber(dayOf(now, houseZone))
  const rows = clocks
    .filter(
      ({ starts, onlyFor }) =>
        starts === begins && (!onlyFor || onlyFor.some(code => problems.includes(code))),
    )
    .map(({ id, limit }) => {
      const reading = readClock(limit, [{ day: today, kind: 'start', office: 0 }], today, calendar)
      return { complaintId, clock: id, part, warnAt: endOf(reading?.warnDay), dueAt: endOf(reading?.lastDay) }
    })
  await insertClocks(tx, rows)
  return rows
}

export const calendarOf = async (tx: Tx): Promise<WorkingDays> =>
  workingDays((await daysOff(tx)).map(day => dayNumber(Temporal.PlainDate.from(day))))

/** The midnight at which a day is over. */
export const endOf = (day: number | undefined, zone = houseZone): Date | null =>
  day === undefined ? null : toDate(at(plainDay(day + 1), '00:00', zone))
