import ical, { ICalEventStatus } from 'ical-generator'
import { languages } from '../../platform/i18n/language.tsx'
import type { Activity, ActivityState } from './activity.ts'
import { zoned } from './form.ts'
import { ownersWords, zoneWord } from './words.ts'

/**
 * The activities of an office as an iCalendar (RFC 5545). A change keeps the UID and raises the sequence, so that calendars
 * move what they have; what is called off stays, marked as such.
 * @param publicUrl of the house, for the way back to each activity
 */
export const calendarOf = (office: string, activities: Activity[], publicUrl: string): string => {
  const language = languages.id
  const calendar = ical({
    name: language.t('plan.calendar-of', { office }),
    prodId: { company: 'Sinergi', product: 'program-bersama', language: 'ID' },
    timezone: { name: 'Asia/Makassar', generator: zoneBlock },
    ttl: hourly,
  })
  for (const activity of activities) {
    const { uid, title, venue, place, version, state, timeZone } = activity
    calendar.createEvent({
      id: `${uid}@sinergi`,
      sequence: version - 1,
      // A Date would be written in the zone of the server.
      start: zoned(activity.startsAt, timeZone),
      end: zoned(activity.endsAt, timeZone),
      timezone: timeZone,
      stamp: activity.changedAt,
      lastModified: activity.changedAt,
      summary: title,
      location: [venue, place].filter(Boolean).join(', '),
      description: [
        language.t(`activity.kind-${activity.kind}`),
        ownersWords(activity, language),
        language.t(`activity.state-${state}`),
      ].join(' · '),
      url: `${publicUrl}/program/${activity.id}`,
      status: statuses[state],
    })
  }
  return calendar.toString()
}

/** Seconds after which a calendar may ask again. */
const hourly = 3600

const statuses: Record<ActivityState, ICalEventStatus> = {
  planned: ICalEventStatus.CONFIRMED,
  'under-way': ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  'called-off': ICalEventStatus.CANCELLED,
}

const offsets: Record<string, string> = {
  'Asia/Jakarta': '+0700',
  'Asia/Makassar': '+0800',
  'Asia/Jayapura': '+0900',
}

/** A zone as calendars want it told. The zones of the country have kept their hours since 1988 (Keppres 41/1987), without summer time. */
const zoneBlock = (zone: string): string =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19880101T000000',
    `TZOFFSETFROM:${offsets[zone] ?? '+0800'}`,
    `TZOFFSETTO:${offsets[zone] ?? '+0800'}`,
    `TZNAME:${zoneWord(zone)}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n')
