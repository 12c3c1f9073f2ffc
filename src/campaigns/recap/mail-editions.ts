import { createHash } from 'node:crypto'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { isOfLetter, type Letter } from '../../platform/mail/mail.ts'
import { threeFigures } from './figures.ts'
import { editionById } from './queries.ts'
import type { Recap } from './recap.ts'
import { markLetter, takeLetter, waitingLetters } from './sending-queries.ts'

/**
 * Sends the editions to the leaders chosen for them, the paper itself attached. The mark and the letter are not one deed; cut off
 * between them, a letter comes twice rather than never, as one and the same letter.
 */
export const mailEditions = async (house: House): Promise<void> => {
  for (const { editionId, staffId } of await house.db.asJob(waitingLetters))
    if (!(await mailTo(house, editionId, staffId))) return
}

/** @returns whether there is a mail server to go on with */
const mailTo = (house: House, editionId: number, staffId: string) =>
  house.db.asJob(async tx => {
    const person = await takeLetter(tx, editionId, staffId)
    const edition = person && (await editionById(tx, editionId))
    if (!person || !edition) return true
    const pdf = await house.files.get(edition.pdfKey)
    try {
      if (person.active)
        await house.mail.send({
          to: person.email,
          ...letterOf(JSON.parse(edition.content) as Recap, `${house.config.publicUrl}/rekap/${editionId}`),
          attachments: [
            { name: `rekap-${edition.number}.pdf`, type: 'application/pdf', bytes: Buffer.from(pdf!) },
          ],
          id: createHash('sha256').update(`recap ${editionId} ${staffId}`).digest('hex').slice(0, 32),
        })
    } catch (error) {
      house.log.error({ err: error }, 'a recap could not be mailed; it is tried again')
      return isOfLetter(error)
    }
    await markLetter(tx, editionId, staffId, toDate(house.clock()))
    return true
  })

/** What a leader reads who opens nothing else: three figures, what they mean, and where the rest is. */
const letterOf = (recap: Recap, url: string): Pick<Letter, 'subject' | 'text'> => {
  const { t, number } = languages.id
  return {
    subject: t('recap.mail-subject', { title: recap.title, span: recap.span }),
    text: [
      t('recap.mail-opening', { title: recap.title, span: recap.span }),
      threeFigures(recap, t, number)
        .map(({ figure, label }) => `- ${figure} ${label}`)
        .join('\n'),
      recap.sentence,
      t('recap.mail-closing', { moment: recap.asOf, url }),
    ].join('\n\n'),
  }
}
