import type { Planned } from './finding.ts'

/** Hours ahead of UTC, the whole year: no zone of the country knows a summer time. */
const hoursAhead: Record<string, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

/** The calendar day of a moment where the activity is. */
const dayAt = (moment: number, zone: string) =>
  new Date(moment + (hoursAhead[zone] ?? 8) * 3_600_000).toISOString().slice(0, 10)

const days = new WeakMap<Planned, { start: string; last: string }>()

const daysOf = (activity: Planned) => {
  const known = days.get(activity)
  if (known) return known
  const { startsAt, endsAt, timeZone } = activity
  // What ends at midnight does not take the next day.
  const found = { start: dayAt(startsAt, timeZone), last: dayAt(endsAt - 1, timeZone) }
  days.set(activity, found)
  return found
}

export const startDay = (activity: Planned) => daysOf(activity).start
export const lastDay = (activity: Planned) => daysOf(activity).last

/** The same code; or one lies in the other, when the wider is a kecamatan: a whole kabupaten is not one place. */
export const samePlace = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) === kecamatan && a.slice(0, kecamatan) === b.slice(0, kecamatan))

/** Letters of the code 72.10.05. */
const kecamatan = 8

/** What a finding was found from: when none of it changes, the finding is the same. */
export const printOf = (activities: readonly Planned[]) =>
  activities
    .map(({ id, placeCode, audience, startsAt, endsAt, owners, people }) =>
      [
        id,
        placeCode,
        audience,
        startsAt,
        endsAt,
        [...owners].sort((a, b) => a - b).join('+'),
        people
          .map(person => person.id)
          .sort()
          .join('+'),
      ].join(' '),
    )
    .join(' | ')
