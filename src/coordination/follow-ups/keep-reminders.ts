import { calendarOf, isOpen } from '../../complaints/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { daysBefore, type ReminderKind } from './follow-up.ts'
import { insertReminders, markMailed, officeZones, takeUnmailed, toRemind } from './reminder-queries.ts'

/**
 * What the house does by itself every minute: reminds of each open follow-up once before, once on and once after its due day, in
 * the office hours of the office that does it. What is told stands in the transaction that finds it: cut off anywhere, or run twice
 * at once, nobody is told twice.
 */
export const keepReminders = async (house: House): Promise<void> => {
  const now = house.clock()
  await house.db.asJob(async tx => {
    for (const [day, officeIds] of await officesAtWork(tx, now))
      for (const kind of ['after', 'on', 'before'] as const)
        await remind(tx, officeIds, kind, day, toDate(now))
  })
  await mailReminders(house)
}

/** Offices at work at this moment, by the day it is there. */
const officesAtWork = async (tx: Tx, now: Temporal.Instant) => {
  const calendar = await calendarOf(tx)
  const byDay = new Map<string, number[]>()
  for (const { id, zone } of await officeZones(tx)) {
    if (!isOpen(now, zone, calendar)) continue
    const day = String(dayOf(now, zone))
    byDay.set(day, [...(byDay.get(day) ?? []), id])
  }
  return byDay
}

const remind = async (tx: Tx, officeIds: number[], kind: ReminderKind, day: string, at: Date) => {
  const today = Temporal.PlainDate.from(day)
  const [from, until] = {
    before: [today.add({ days: 1 }), today.add({ days: daysBefore })],
    on: [today, today],
    after: [Temporal.PlainDate.from('2020-01-01'), today.subtract({ days: 1 })],
  }[kind] as [Temporal.PlainDate, Temporal.PlainDate]
  for (const { id, dueOn } of await toRemind(tx, officeIds, kind, String(from), String(until)))
    await insertReminders(tx, id, kind, dueOn, at)
}

/** One letter for all that waits for a person; it tells nothing of what: mailboxes are read over shoulders. */
const mailReminders = async ({ db, mail, config, log, clock }: House) => {
  const { t } = languages.id
  await db.asJob(async tx => {
    for (const { email, ids } of await takeUnmailed(tx)) {
      try {
        await mail.send({
          to: email,
          subject: t('follow-up.reminder.mail-subject'),
          text: t('follow-up.reminder.mail-text', { url: `${config.publicUrl}/tindak-lanjut` }),
        })
        await markMailed(tx, ids, toDate(clock()))
      } catch (error) {
        log.error(
          { err: error },
          'a reminder could not be mailed; it stands in the console and is tried again',
        )
      }
    }
  })
}
