import { dayOf, houseZone, toDate } from '../../platform/clock/clock.ts'
import { dayNumber } from '../../platform/clock/working-days.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readClock } from '../clocks/clock.ts'
import { calendarOf, endOf } from '../clocks/start-clocks.ts'
import { currentWorkflow } from '../report/current-workflow.ts'

/** Until when an offer made now has to be answered: the 'offered' clock of the workflow. After that it returns by itself. */
export const answerBy = async (tx: Tx, now: Temporal.Instant): Promise<Date> => {
  const { rules } = await currentWorkflow(tx)
  const rule = rules.clocks.find(({ starts }) => starts === 'offered')
  const today = dayNumber(dayOf(now, houseZone))
  const reading =
    rule && readClock(rule.limit, [{ day: today, kind: 'start', office: 0 }], today, await calendarOf(tx))
  return endOf(reading?.lastDay) ?? toDate(now.add({ hours: 48 }))
}
