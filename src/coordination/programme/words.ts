import type { Language } from '../../platform/i18n/language.tsx'
import type { Tone } from '../../ui/index.ts'
import type { Activity, ActivityState } from './activity.ts'
import { zoned } from './form.ts'

export const stateTone: Record<ActivityState, Tone> = {
  planned: 'info',
  'under-way': 'warn',
  held: 'good',
  postponed: 'neutral',
  'called-off': 'danger',
}

const zoneWords: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}
export const zoneWord = (zone: string) => zoneWords[zone] ?? zone

type Span = Pick<Activity, 'startsAt' | 'endsAt' | 'timeZone'>

/** When an activity is: one day with its hours, or its first and last day. */
export const spanWords = ({ startsAt, endsAt, timeZone }: Span, { t, day, shortDay }: Language): string => {
  const [start, end] = [zoned(startsAt, timeZone), zoned(endsAt, timeZone)]
  const zone = zoneWord(timeZone)
  if (start.toPlainDate().equals(end.toPlainDate()))
    return t('activity.one-day', { day: day(start.toPlainDate()), from: hour(start), to: hour(end), zone })
  return t('activity.some-days', {
    first: shortDay(start.toPlainDate()),
    last: shortDay(end.toPlainDate()),
    from: hour(start),
    to: hour(end),
    zone,
  })
}

/** Indonesians write hours with a full stop: 08.30. */
export const hour = (moment: Temporal.ZonedDateTime) =>
  String(moment.toPlainTime()).slice(0, 5).replace(':', '.')

export const ownersWords = ({ owners }: Pick<Activity, 'owners'>, { list }: Language) =>
  list(owners.map(({ name }) => name))
