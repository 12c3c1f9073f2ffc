import { z } from 'zod'
import { at, toDate } from '../../platform/clock/clock.ts'
import { day, formId, optionalText, text } from '../../platform/http/fields.ts'
import { blockKinds, zones } from './meeting.ts'

const years = { from: Temporal.PlainDate.from('2020-01-01'), until: Temporal.PlainDate.from('2100-01-01') }

/** A day of our time: a slip in the year is no plan. */
export const nearDay = day.refine(
  given =>
    Temporal.PlainDate.compare(given, years.from) >= 0 && Temporal.PlainDate.compare(given, years.until) < 0,
  'meeting.far-year',
)

export const ids = z.preprocess(
  value => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.coerce.number().int().positive()),
)

const time = z.string('form.required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'meeting.bad-time')
const webAddress = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'meeting.bad-link' }).max(500),
])

/** A meeting as sent; its moments are read in the zone it names. */
export const MeetingForm = z
  .object({
    form: formId,
    seen: z.coerce.number().int().positive().default(1),
    title: text(3, 160),
    day: nearDay,
    starts: time,
    ends: z.union([z.literal(''), time], 'meeting.bad-time').default(''),
    zone: z.enum(zones, 'form.choose'),
    place: optionalText(200),
    link: webAddress.default(''),
    chair: text(2, 120),
    offices: ids,
  })
  .refine(({ place, link }) => place !== '' || link !== '', {
    path: ['place'],
    message: 'meeting.place-or-link',
    when: whole,
  })
  .refine(({ starts, ends }) => ends === '' || ends > starts, {
    path: ['ends'],
    message: 'meeting.ends-before-start',
    when: whole,
  })
  .transform(({ day: on, starts, ends, link, ...rest }) => ({
    ...rest,
    link: link || null,
    startsAt: toDate(at(on, starts, rest.zone)),
    endsAt: ends === '' ? null : toDate(at(on, ends, rest.zone)),
  }))

export const BlockForm = z.object({
  form: formId,
  kind: z.enum(blockKinds, 'form.choose'),
  body: text(1, 8000),
})

export const EditForm = z.object({
  seen: z.coerce.number().int().positive(),
  kind: z.enum(blockKinds, 'form.choose'),
  body: text(1, 8000),
})

export const PointForm = z.object({ form: formId, point: text(3, 200), pointNote: optionalText(1000) })

/** Somebody present: of an office invited, or a guest from somewhere else. */
export const PresentForm = z
  .object({
    person: text(2, 120),
    personOffice: optionalText(20),
    organisation: optionalText(160),
    position: optionalText(120),
  })
  .refine(({ personOffice, organisation }) => personOffice !== '' || organisation.length >= 2, {
    path: ['organisation'],
    message: 'attendance.from-needed',
  })

function whole({ value }: { value: unknown }) {
  return typeof value === 'object' && value !== null
}
