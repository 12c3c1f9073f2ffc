import { dayOf } from '../../platform/clock/clock.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { ListedDuty } from './queries.ts'

/** The day on which a duty is due where its office is. */
export const dueDay = ({ dueAt, timeZone }: Pick<ListedDuty, 'dueAt' | 'timeZone'>) => dayOf(dueAt, timeZone)

/** November 2026. */
export const monthName = ({ locale }: Language, month: Temporal.PlainYearMonth) =>
  new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`))
