import { createHash } from 'node:crypto'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { isOfLetter } from '../../platform/mail/mail.ts'
import { markMailed, peopleToMail, takeUnmailed } from './queries.ts'

/**
 * One letter for all that waits for a person. It tells nothing about any case: mailboxes are read over shoulders. The mark and
 * the letter are not one deed; cut off between them, the letter comes twice rather than never, as one and the same letter. So each
 * person's is a transaction of its own: no cut repeats more than the one that was on its way.
 */
export const mailNotices = async (house: House): Promise<void> => {
  for (const person of await house.db.asJob(peopleToMail)) if (!(await mailTo(house, person))) return
}

/** @returns whether there is a mail server to go on with; a dead one must not hold up the clocks */
const mailTo = ({ db, mail, config, log }: House, { staffId, email }: { staffId: string; email: string }) => {
  const { t } = languages.id
  return db.asJob(async tx => {
    const ids = await takeUnmailed(tx, staffId)
    if (ids.length === 0) return true
    try {
      await mail.send({
        to: email,
        subject: t('notice.mail-subject'),
        text: t('notice.mail-text', { url: `${config.publicUrl}/aduan` }),
        id: createHash('sha256').update(`${staffId} ${ids}`).digest('hex').slice(0, 32),
      })
    } catch (error) {
      log.error({ err: error }, 'a notice could not be mailed; it stands on the desk and is tried again')
      return isOfLetter(error)
    }
    await markMailed(tx, ids)
    return true
  })
}
