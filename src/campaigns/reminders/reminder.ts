import { dayNumber, plainDay, type WorkingDays } from '../../platform/clock/working-days.ts'
import type { Locale } from '../../platform/i18n/messages.ts'
import type { Channel } from '../channel.ts'

export const reminderKinds = ['before', 'on', 'after', 'leader', 'province'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** Days before the due day on which the first reminder is due. */
const daysBefore = 3

/** Working days after the due day on which it goes higher. */
const daysUntil = { leader: 2, province: 5 } as const

/** The due days for which a reminder is due today, both ends counted; nothing when there is none. */
export type Span = { from: Temporal.PlainDate; until: Temporal.PlainDate }

/** Which due days each kind of reminder is about on a day on which an office works. */
export const dueDaysOn = (today: Temporal.PlainDate, calendar: WorkingDays): Record<ReminderKind, Span> => {
  const over = today.subtract({ days: 1 })
  return {
    before: { from: today.add({ days: 1 }), until: today.add({ days: daysBefore }) },
    on: { from: today, until: today },
    after: { from: beginning, until: over },
    leader: { from: beginning, until: lastDayOver(today, daysUntil.leader, calendar) },
    province: { from: beginning, until: lastDayOver(today, daysUntil.province, calendar) },
  }
}

const beginning = Temporal.PlainDate.from('2020-01-01')

/** The last due day that so many working days lie behind. */
const lastDayOver = (today: Temporal.PlainDate, workingDays: number, calendar: WorkingDays) => {
  const end = dayNumber(today)
  let day = end - workingDays
  while (calendar.between(day, end) < workingDays) day -= 1
  return plainDay(day)
}

/** What a person is reminded of. */
export interface Reminder {
  id: number
  dutyId: number
  kind: ReminderKind
  office: string
  title: string
  material: string
  channel: Channel
  dueAt: Date
  timeZone: string
}

export interface ReminderSettings {
  mail: boolean
  /** The hour of the day from which the one letter of the day may go out, where the person's office is. */
  digestHour: number
  /** In which the letters are written. */
  language: Locale
}

export const digestHours = [8, 9, 10, 11, 12, 13, 14, 15] as const
export const usualSettings: ReminderSettings = { mail: true, digestHour: 8, language: 'id' }
