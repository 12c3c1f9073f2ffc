import { calendarOf, isOpen } from '../../complaints/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { mailDigests } from './mail-digests.ts'
import { bindDigests, officeZones, tell } from './queries.ts'
import { dueDaysOn, reminderKinds } from './reminder.ts'

/**
 * What the house does by itself every minute: reminds of each open duty before, on and after its due day, then the leader of the
 * office, then those above it, in office hours. What is told stands once in the books, however many processes do this at once or
 * are cut off; it goes out in one letter a day and person.
 */
export const keepDutyReminders = async (house: House): Promise<void> => {
  const now = house.clock()
  await house.db.asJob(tx => tellAll(tx, now))
  await mailDigests(house)
}

const tellAll = async (tx: Tx, now: Temporal.Instant) => {
  const calendar = await calendarOf(tx)
  const open = (await officeZones(tx)).filter(({ zone }) => isOpen(now, zone, calendar))
  const atWork = open.map(({ id }) => id)
  for (const [zone, offices] of Map.groupBy(open, ({ zone }) => zone)) {
    const today = dayOf(now, zone)
    const ids = offices.map(({ id }) => id)
    const spans = dueDaysOn(today, calendar)
    for (const kind of reminderKinds) await tell(tx, kind, spans[kind], ids, atWork, toDate(now))
    await bindDigests(tx, String(today), now.toZonedDateTimeISO(zone).hour, ids, toDate(now))
  }
}
