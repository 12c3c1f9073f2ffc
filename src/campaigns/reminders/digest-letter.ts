import type { Language } from '../../platform/i18n/language.tsx'
import { type Reminder, type ReminderKind, reminderKinds } from './reminder.ts'

/** The most that one letter lists; the console has them all. */
const most = 60

/** One letter for everything that a person is reminded of on a day, the most pressing first. */
export const digestLetter = (
  reminders: Reminder[],
  language: Language,
  publicUrl: string,
): { subject: string; text: string } => {
  const { t } = language
  const shown = mostPressingFirst.flatMap(kind => reminders.filter(one => one.kind === kind)).slice(0, most)
  const parts = mostPressingFirst.flatMap(kind => {
    const some = shown.filter(one => one.kind === kind)
    return some.length === 0
      ? []
      : [`${t(`reminder.part-${kind}`)}\n\n${some.map(one => line(one, language, publicUrl)).join('\n\n')}`]
  })
  const left = reminders.length - shown.length
  const more = left > 0 ? [t('reminder.more', { count: left, url: `${publicUrl}/pengingat` })] : []
  return {
    subject: t('reminder.mail-subject', { count: reminders.length }),
    text: [
      t('reminder.mail-opening'),
      ...parts,
      ...more,
      t('reminder.mail-closing', { url: `${publicUrl}/pengingat` }),
    ].join('\n\n'),
  }
}

const mostPressingFirst: ReminderKind[] = [...reminderKinds].reverse()

const line = (
  { dutyId, office, material, channel, dueAt, timeZone }: Reminder,
  { t, moment }: Language,
  publicUrl: string,
) =>
  `- ${office} · ${t(`channel.${channel}`)} · ${material}\n  ${t('duty.due', { moment: moment(dueAt, timeZone) })}\n  ${publicUrl}/tugas/${dutyId}`
