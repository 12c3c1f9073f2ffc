import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Contact } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { ListedDuty } from '../schedule/queries.ts'

export interface Nudge {
  office: string
  text: string
  /** Opens WhatsApp with the text; a person sends it. */
  href: string
  /** To whom, where the office has said so. */
  number: string | undefined
  count: number
}

/** The most that one message lists. */
const most = 8

/** A ready text for each office that is overdue. Nothing is sent: the link opens WhatsApp on the phone of whoever presses it. */
export const nudgesFor = (
  duties: ListedDuty[],
  contacts: (Contact & { officeId: number })[],
  language: Language,
  publicUrl: string,
): Nudge[] =>
  [...Map.groupBy(duties, duty => duty.officeId)].map(([officeId, own]) => {
    const number = whatsAppOf(contacts.filter(contact => contact.officeId === officeId))
    const text = textFor(own, language, publicUrl)
    return {
      office: own[0]!.office,
      text,
      number,
      href: `https://wa.me/${number?.replace('+', '') ?? ''}?text=${encodeURIComponent(text)}`,
      count: own.length,
    }
  })

const textFor = (duties: ListedDuty[], { t, shortDay }: Language, publicUrl: string) => {
  const [first] = duties as [ListedDuty]
  const lines = duties
    .slice(0, most)
    .map(
      ({ id, channel, material, dueAt, timeZone }) =>
        `• ${t(`channel.${channel}`)}: ${material} (${shortDay(dayOf(dueAt, timeZone))})\n  ${publicUrl}/tugas/${id}`,
    )
  const left = duties.length - lines.length
  return [
    t('reminder.whatsapp-opening', { office: first.office, title: first.title }),
    lines.join('\n'),
    ...(left > 0 ? [t('schedule.more', { count: left })] : []),
    t('reminder.whatsapp-closing'),
  ].join('\n\n')
}

/** The number in the form that the link wants, as far as it is one. */
const whatsAppOf = (contacts: Contact[]): string | undefined => {
  const kept = contacts.find(({ kind }) => kind === 'whatsapp')
  const parsed = kept && parsePhoneNumberFromString(kept.value, 'ID')
  return parsed?.isValid() ? parsed.number : undefined
}
