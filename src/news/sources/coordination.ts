import {
  activitiesBetween,
  meetingById,
  meetingList,
  recordedFacts,
  recordedFactsOfMeeting,
} from '../../coordination/index.ts'
import { officesById } from '../../offices/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { NewsSource } from '../facts.ts'

/** News is told of what was, not long ago. */
const tellable = { hours: 180 * 24 }

/** Activities that the own office holds or has held, and meetings it was invited to. */
export const coordinationSources = ({ clock }: Pick<House, 'clock'>): NewsSource[] => [
  {
    kind: 'activity',
    list: async (tx, { officeId }) => {
      const now = clock()
      const found = await activitiesBetween(tx, now.subtract(tellable), now, { officeId })
      return found
        .filter(({ state }) => state === 'held' || state === 'under-way')
        .map(({ id, title, startsAt, timeZone }) => ({ id, title, day: dayIn(startsAt, timeZone) }))
        .toReversed()
    },
    facts: async (tx, { officeId }, id) => {
      const recorded = await recordedFacts(tx, id)
      if (!recorded?.activity.owners.some(owner => owner.id === officeId)) return undefined
      const { activity, attendance } = recorded
      const { t } = languages.id
      const came = attendance?.total ?? activity.reached
      const zone = activity.timeZone
      const offices = await officesById(
        tx,
        activity.owners.map(owner => owner.id),
      )
      return {
        kind: 'activity',
        what: activity.title,
        where: {
          place: activity.venue,
          code: activity.placeCode,
          name: activity.place.split(', ').at(-1) ?? '',
        },
        when: { start: dayIn(activity.startsAt, zone), end: dayIn(activity.endsAt, zone), zone },
        offices: offices.map(({ name }) => name),
        who: activity.people.map(({ name }) => ({ name })),
        figures: came
          ? [
              {
                name: t('news.figure.came'),
                value: came,
                source: t(attendance ? 'news.source.attendance' : 'news.source.reached'),
              },
            ]
          : [],
      }
    },
  },
  {
    kind: 'meeting',
    list: async tx => {
      const found = await meetingList(tx, toDate(clock()))
      return found
        .filter(({ state }) => state === 'closed')
        .map(({ id, title, startsAt, zone }) => ({ id, title, day: dayIn(startsAt, zone) }))
    },
    // What was said stays in the minutes; told is who met, where, and how many agreements and follow-ups came of it.
    facts: async (tx, _, id) => {
      if (!(await meetingById(tx, id))) return undefined
      const { title, startsAt, zone, place, chair, officeName, offices, agreements, followUps } =
        await recordedFactsOfMeeting(tx, id)
      const { t } = languages.id
      const source = t('news.source.minutes')
      return {
        kind: 'meeting',
        what: title,
        where: { name: place },
        when: { start: dayIn(startsAt, zone), zone },
        offices: offices.map(({ name }) => name),
        who: [{ name: chair, office: officeName }],
        figures: [
          { name: t('news.figure.agreements'), value: agreements.length, source },
          { name: t('news.figure.follow-ups'), value: followUps.length, source },
        ].filter(({ value }) => value > 0),
      }
    },
  },
]

const dayIn = (moment: Date, zone: string) => String(dayOf(moment, zone))
