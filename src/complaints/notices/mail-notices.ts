import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { markMailed, takeUnmailed } from './queries.ts'

/**
 * One letter for all that waits for a person. It tells nothing about any case: mailboxes are read over shoulders. The mark and
 * the letter are not one deed; cut off between them, the letter comes twice rather than never.
 */
export const mailNotices = async ({ db, mail, config, log }: House): Promise<void> => {
  const { t } = languages.id
  await db.asJob(async tx => {
    for (const { email, ids } of await takeUnmailed(tx)) {
      try {
        await mail.send({
          to: email,
          subject: t('notice.mail-subject'),
          text: t('notice.mail-text', { url: `${config.publicUrl}/aduan` }),
        })
        await markMailed(tx, ids)
      } catch (error) {
        log.error({ err: error }, 'a notice could not be mailed; it stands on the desk and is tried again')
      }
    }
  })
}
