import { calendarOf, isOpen } from '../../complaints/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { warnDays } from './consent.ts'
import {
  markLettersMailed,
  officeZones,
  remindOfRemovals,
  takeUnmailedLetters,
  tellOfNew,
  warnOfExpiry,
} from './letter-queries.ts'

/**
 * Tells of what is to be taken down at once; reminds of it, and warns of consents that end soon, in the office's hours. Each is told
 * each person once, in one letter for all that is new.
 */
export const tellOfRemovals = async (house: House): Promise<void> => {
  const now = house.clock()
  await house.db.asJob(async tx => {
    await tellOfNew(tx, toDate(now))
    for (const [day, officeIds] of await officesAtWork(tx, now)) {
      await remindOfRemovals(tx, officeIds, day, toDate(now))
      const until = Temporal.PlainDate.from(day).add({ days: warnDays })
      await warnOfExpiry(tx, officeIds, String(until), toDate(now))
    }
  })
  await mailLetters(house)
}

/** Offices at work at this moment, by the day it is there. */
const officesAtWork = async (tx: Tx, now: Temporal.Instant) => {
  const calendar = await calendarOf(tx)
  const open = (await officeZones(tx)).filter(({ zone }) => isOpen(now, zone, calendar))
  const byDay = Map.groupBy(open, ({ zone }) => String(dayOf(now, zone)))
  return [...byDay].map(([day, offices]) => [day, offices.map(({ id }) => id)] as const)
}

/** A letter names neither person nor picture: mailboxes are read over shoulders. */
const mailLetters = async ({ db, mail, config, log, clock }: House) => {
  await db.asJob(async tx => {
    for (const { email, about, ids, late, language } of await takeUnmailedLetters(tx)) {
      const { t } = languages[language]
      const key = about === 'consents' ? 'consent.mail' : late ? 'removal.mail-late' : 'removal.mail'
      const url = `${config.publicUrl}/${about === 'consents' ? 'izin' : 'penurunan'}`
      try {
        await mail.send({
          to: email,
          subject: t(`${key}-subject`),
          text: t(`${key}-text`, { count: ids.length, url }),
        })
        await markLettersMailed(tx, ids, toDate(clock()))
      } catch (error) {
        log.error({ err: error }, 'a letter of removal could not be mailed; it is tried again')
      }
    }
  })
}
