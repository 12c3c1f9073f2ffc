import { dayOf, houseZone } from '../../platform/clock/clock.ts'
import { dayNumber, type WorkingDays } from '../../platform/clock/working-days.ts'
import type { Tx } from '../../platform/database/database.ts'
import { happeningsOf, problemsOf } from '../queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import type { ClockRule } from '../workflow.ts'
import { type ClockReading, readClock } from './clock.ts'
import { clockEvents, type Happened } from './clock-history.ts'
import { clocksOf, upsertClock } from './queries.ts'
import { calendarOf, endOf } from './start-clocks.ts'

/**
 * Sets the clocks of a case by its history: those that began run, those that wait stand still, those that ended stop. Called by
 * whoever has just written into the history, in the same transaction.
 */
export const keepClocks = async (tx: Tx, complaintId: string): Promise<void> => {
  const history = await happeningsOf(tx, complaintId)
  if (history.length === 0) return
  const [{ rules }, calendar, problems, rows] = [
    await currentWorkflow(tx),
    await calendarOf(tx),
    await problemsOf(tx, complaintId),
    await clocksOf(tx, complaintId),
  ]
  for (const row of clocksAfter(rules.clocks, calendar, problems, history, rows))
    await upsertClock(tx, complaintId, row.clock, row.part, row)
}

/** What the clocks of a case are set to after the last thing that happened. @param rows as they were set before it */
export const clocksAfter = (
  rules: readonly ClockRule[],
  calendar: WorkingDays,
  problems: readonly string[],
  history: readonly Happened[],
  rows: readonly Row[],
) => {
  const now = history.at(-1)!.at
  const today = dayNumber(dayOf(now, houseZone))
  return rules
    .filter(({ onlyFor }) => applies(onlyFor, problems))
    .flatMap(rule =>
      partsOf(rule, history).flatMap(part => {
        const reading = readClock(rule.limit, clockEvents(rule, part, history), today, calendar)
        const row = rows.find(({ clock, part: own }) => clock === rule.id && own === part)
        return reading ? [{ clock: rule.id, part, ...setting(reading, row, today, now) }] : []
      }),
    )
}

/** How a clock of a case stands today, or why it does not run. */
export const readingOf = (
  rule: ClockRule,
  part: number,
  history: readonly Happened[],
  now: Temporal.Instant,
  calendar: WorkingDays,
) => readClock(rule.limit, clockEvents(rule, part, history), dayNumber(dayOf(now, houseZone)), calendar)

const applies = (onlyFor: string[] | undefined, problems: readonly string[]) =>
  !onlyFor || onlyFor.some(code => problems.includes(code))

/** A clock of a step runs once for each such step; any other once for the case. */
const partsOf = ({ starts }: ClockRule, history: readonly Happened[]): number[] =>
  starts === 'second-clarification'
    ? history.flatMap(({ deed, detail }) => {
        const { step, number } = detail as { step?: string; number?: number }
        return deed === 'step-done' && step === starts && number ? [number] : []
      })
    : [0]

type Row = Pick<
  Awaited<ReturnType<typeof clocksOf>>[number],
  'clock' | 'part' | 'warnAt' | 'dueAt' | 'stoppedAt'
>

const setting = (reading: ClockReading, row: Row | undefined, today: number, now: Date) => {
  const begunAnew = row?.stoppedAt != null && reading.running !== 'stopped'
  // What has run out already keeps the moment at which it did.
  const passed = endOf(today - 1)
  const due = endOf(reading.lastDay) ?? row?.dueAt ?? passed
  const warn = endOf(reading.warnDay) ?? row?.warnAt ?? passed
  return {
    dueAt: reading.running === 'paused' ? null : due,
    warnAt: reading.running === 'paused' ? null : warn,
    stoppedAt: reading.running === 'stopped' ? (row?.stoppedAt ?? now) : null,
    begunAnew,
  }
}
