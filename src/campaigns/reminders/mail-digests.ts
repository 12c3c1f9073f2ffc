import { createHash } from 'node:crypto'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { isOfLetter } from '../../platform/mail/mail.ts'
import { digestLetter } from './digest-letter.ts'
import { markSent, remindersOfDigest, takeDigest, waitingDigests } from './queries.ts'

/**
 * Sends the letters of the day. The mark and the letter are not one deed; cut off between them, the letter comes twice rather than
 * never, as one and the same letter: what it is about was bound to it before.
 */
export const mailDigests = async (house: House): Promise<void> => {
  for (const id of await house.db.asJob(waitingDigests)) if (!(await mailDigest(house, id))) return
}

/** @returns whether there is a mail server to go on with */
const mailDigest = ({ db, mail, config, log, clock }: House, id: number) =>
  db.asJob(async tx => {
    const digest = await takeDigest(tx, id)
    if (!digest) return true
    const reminders = digest.active ? await remindersOfDigest(tx, id) : []
    try {
      if (reminders.length > 0)
        await mail.send({
          to: digest.email,
          ...digestLetter(reminders, languages[digest.language], config.publicUrl),
          id: createHash('sha256').update(`duty digest ${id}`).digest('hex').slice(0, 32),
        })
    } catch (error) {
      log.error(
        { err: error },
        'reminders could not be mailed; they stand in the console and are tried again',
      )
      return isOfLetter(error)
    }
    await markSent(tx, id, toDate(clock()))
    return true
  })
