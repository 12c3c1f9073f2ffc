import { z } from 'zod'
import { day, formId, several, text } from '../../platform/http/fields.ts'
import { channels } from '../channel.ts'

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
    .transform(plan => ({
      ...plan,
      versions: unique(plan.versions),
      offices: unique(plan.offices),
      channels: unique(plan.channels),
    }))

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
