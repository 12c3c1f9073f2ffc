import { z } from 'zod'
import { day, formId, several, text } from '../../platform/http/fields.ts'
import { channels } from '../channel.ts'
import { dueDays, mostRounds } from '../schedule/rounds.ts'

const ids = several(z.coerce.number().int().positive())

/** A campaign as sent. Days are compared with today, so that nothing is due before it can be done. */
export const campaignForm = (today: Temporal.PlainDate) =>
  z
    .object({
      form: formId,
      title: text(3, 120),
      purpose: text(10, 1000),
      startsOn: day,
      endsOn: day,
      dueOn: day,
      weeklyUntil: z.preprocess(value => (value === '' ? undefined : value), day.optional()),
      coOwners: z.preprocess(
        value => (value === undefined ? [] : [value].flat()),
        z.array(z.coerce.number().int().positive()),
      ),
      versions: ids,
      offices: ids,
      channels: several(z.enum(channels)),
    })
    .refine(plan => before(plan.startsOn, plan.endsOn), {
      path: ['endsOn'],
      message: 'campaign.ends-before-start',
      when: complete,
    })
    .refine(plan => before(plan.startsOn, plan.dueOn), {
      path: ['dueOn'],
      message: 'campaign.due-before-start',
      when: complete,
    })
    .refine(plan => before(plan.dueOn, plan.endsOn), {
      path: ['dueOn'],
      message: 'campaign.due-after-end',
      when: complete,
    })
    .refine(plan => before(today, plan.dueOn), {
      path: ['dueOn'],
      message: 'campaign.due-in-past',
      when: complete,
    })
    .refine(
      ({ weeklyUntil, dueOn, endsOn }) =>
        !weeklyUntil || (before(dueOn, weeklyUntil) && before(weeklyUntil, endsOn)),
      { path: ['weeklyUntil'], message: 'schedule.until-outside', when: complete },
    )
    .refine(({ weeklyUntil, dueOn }) => dueDays(dueOn, weeklyUntil).length <= mostRounds, {
      path: ['weeklyUntil'],
      message: 'schedule.until-too-far',
      when: complete,
    })
    .refine(plan => dutiesOf(plan) <= mostDuties, {
      path: ['weeklyUntil'],
      message: 'schedule.too-many',
      when: countable,
    })
    .transform(plan => ({
      ...plan,
      versions: unique(plan.versions),
      offices: unique(plan.offices),
      channels: unique(plan.channels),
    }))

/** What one campaign may give out at once: the country's offices, one material, four channels, a year of weeks. */
const mostDuties = 110_000

const dutiesOf = (plan: {
  dueOn: Temporal.PlainDate
  weeklyUntil?: Temporal.PlainDate | undefined
  versions: unknown[]
  offices: unknown[]
  channels: unknown[]
}) =>
  dueDays(plan.dueOn, plan.weeklyUntil).length *
  plan.versions.length *
  plan.offices.length *
  plan.channels.length

const before = (first: Temporal.PlainDate, second: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(first, second) <= 0

const unique = <T>(items: T[]) => [...new Set(items)]

/** Days can be compared as soon as they are days, whatever else is wrong with the form. */
const complete = ({ value }: { value: unknown }) =>
  typeof value === 'object' &&
  value !== null &&
  ['startsOn', 'endsOn', 'dueOn'].every(
    name => (value as Record<string, unknown>)[name] instanceof Temporal.PlainDate,
  )

/** So can duties, once there is something of each kind. */
const countable = (input: { value: unknown }) =>
  complete(input) &&
  ['versions', 'offices', 'channels'].every(name =>
    Array.isArray((input.value as Record<string, unknown>)[name]),
  )
