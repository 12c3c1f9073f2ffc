import { z } from 'zod'
import { day, optionalText, text } from '../../platform/http/fields.ts'
import { type Activity, audiences, kinds, type Plan, timeZones } from './activity.ts'

export const count = (max: number) =>
  z
    .union([z.literal(''), z.coerce.number().int().min(0).max(max)])
    .default('')
    .transform(value => (value === '' ? null : value))

const time = z.string('form.required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'activity.not-a-time')
const listed = <T extends z.ZodType>(item: T) =>
  z.preprocess(value => (value === undefined || value === '' ? [] : [value].flat()), z.array(item).max(40))

/** An activity as sent. The last day may be left out: it is the first, then. */
export const activityForm = z
  .object({
    kind: z.enum(kinds, 'form.choose'),
    title: text(3, 120),
    placeCode: z
      .string('form.required')
      .min(1, 'form.required')
      .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'activity.place-unknown'),
    venue: optionalText(200),
    audience: z.enum(audiences, 'form.choose'),
    startsOn: day,
    startTime: time,
    endsOn: z.union([z.literal('').transform(() => undefined), day]).optional(),
    endTime: time,
    timeZone: z.enum(timeZones, 'form.choose'),
    expected: count(1_000_000),
    reached: count(10_000_000),
    owners: listed(z.coerce.number().int().positive()).refine(ids => ids.length > 0, 'form.choose-one'),
    people: listed(z.string().max(64)),
  })
  .transform(({ startsOn, startTime, endsOn, endTime, timeZone, ...rest }) => ({
    ...rest,
    startsAt: momentOf(startsOn, startTime, timeZone),
    endsAt: momentOf(endsOn ?? startsOn, endTime, timeZone),
  }))
  .refine(plan => Temporal.ZonedDateTime.compare(plan.startsAt, plan.endsAt) < 0, {
    path: ['endTime'],
    message: 'activity.ends-before-start',
  })
  .refine(plan => plan.startsAt.until(plan.endsAt, { largestUnit: 'days' }).days <= longest, {
    path: ['endsOn'],
    message: 'activity.too-long',
  }) satisfies z.ZodType<Plan>

/** Days: a slip of the year would make an activity of hundreds. */
const longest = 184

const momentOf = (on: Temporal.PlainDate, plainTime: string, timeZone: string) =>
  on.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(plainTime) })

/** The fields of the form, each as the form has it. */
export type Values = Record<(typeof fields)[number], string | string[]>

export const fields = [
  'kind',
  'title',
  'placeCode',
  'venue',
  'audience',
  'startsOn',
  'startTime',
  'endsOn',
  'endTime',
  'timeZone',
  'expected',
  'reached',
  'owners',
  'people',
] as const

/** An activity, or a plan for one, laid into the fields of its form. */
export const valuesOf = (activity: Activity): Values => ({
  ...worded(activity),
  ...when(activity.startsAt, activity.endsAt, activity.timeZone),
  owners: activity.owners.map(({ id }) => String(id)).sort(),
  people: activity.people.map(({ id }) => id).sort(),
})

export const valuesOfPlan = (plan: Plan): Values => ({
  ...worded(plan),
  ...when(
    new Date(plan.startsAt.epochMilliseconds),
    new Date(plan.endsAt.epochMilliseconds),
    plan.startsAt.timeZoneId,
  ),
  owners: plan.owners.map(String).sort(),
  people: [...plan.people].sort(),
})

type Worded = Pick<Plan, 'kind' | 'title' | 'placeCode' | 'venue' | 'audience' | 'expected' | 'reached'>

const worded = ({ kind, title, placeCode, venue, audience, expected, reached }: Worded) => ({
  kind,
  title,
  placeCode,
  venue,
  audience,
  expected: expected === null ? '' : String(expected),
  reached: reached === null ? '' : String(reached),
})

const when = (startsAt: Date, endsAt: Date, timeZone: string) => {
  const [start, end] = [zoned(startsAt, timeZone), zoned(endsAt, timeZone)]
  return {
    startsOn: String(start.toPlainDate()),
    startTime: String(start.toPlainTime()).slice(0, 5),
    endsOn: String(end.toPlainDate()),
    endTime: String(end.toPlainTime()).slice(0, 5),
    timeZone,
  }
}

/** A moment as the clock on the wall of a place shows it. */
export const zoned = (moment: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)

/** Reads values that travelled with the form. @returns nothing when they are not such values */
export const travelled = (value: unknown): Values | undefined => {
  try {
    const read = JSON.parse(String(value))
    return fields.every(field => typeof read?.[field] === 'string' || Array.isArray(read?.[field]))
      ? (Object.fromEntries(fields.map(field => [field, read[field]])) as Values)
      : undefined
  } catch {
    return undefined
  }
}
