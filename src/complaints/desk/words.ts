import { dayOf, houseZone } from '../../platform/clock/clock.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { Tone } from '../../ui/index.ts'
import type { ComplaintState, Stage } from '../complaint.ts'

/** How a case is called: nothing in it tells of anybody. */
export const caseNumber = ({ number, receivedAt }: { number: number; receivedAt: Date }) =>
  `${dayOf(receivedAt).year}-${String(number).padStart(4, '0')}`

interface Clear {
  stage: string
  departsOn: string | null
  destination: string | null
}

/** What a case is, from what stands in the clear: "Calon pekerja, berangkat 28 Nov 2026, Arab Saudi". */
export const caseTitle = (
  { stage, departsOn, destination }: Clear,
  { t, shortDay, country }: Language,
): string =>
  [
    t(`case.who-${stage as Stage}`),
    departsOn && stage === 'recruitment' && t('case.leaves', { day: shortDay(departsOn) }),
    destination && country(destination),
  ]
    .filter(Boolean)
    .join(', ')

/** Whole days from one moment to a later one, by the calendar of the house. */
export const daysBetween = (from: Date, to: Date) => dayOf(from).until(dayOf(to)).days

export interface Urgent {
  tone: Tone
  text: string
}

const soonDays = 14

/** The last day of a departure that counts as soon. */
export const soonFrom = (now: Temporal.Instant) => String(dayOf(now, houseZone).add({ days: soonDays }))

/** What presses, from danger and the day of departure; nothing when nothing does. */
export const urgencyOf = (
  { urgency, departsOn, stage }: { urgency: string; departsOn: string | null; stage: string },
  now: Temporal.Instant,
  { t }: Pick<Language, 't'>,
): Urgent | undefined => {
  if (urgency === 'danger') return { tone: 'danger', text: t('case.danger') }
  if (!departsOn || stage !== 'recruitment') return undefined
  const { days } = dayOf(now).until(Temporal.PlainDate.from(departsOn))
  if (days < 0) return { tone: 'warn', text: t('case.left', { days: -days }) }
  return {
    tone: days <= 7 ? 'danger' : days <= soonDays ? 'warn' : 'info',
    text: days === 0 ? t('case.leaves-today') : t('case.leaves-in', { days }),
  }
}

export const stateTone: Record<ComplaintState, Tone> = {
  received: 'warn',
  accepted: 'info',
  waiting: 'neutral',
  closed: 'good',
  contested: 'warn',
  merged: 'neutral',
}
