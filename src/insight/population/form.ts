import { z } from 'zod'
import { day, text } from '../../platform/http/fields.ts'

/** The largest that a district of the country could be said to be; more is a slip of the finger. */
const mostPeople = 20_000_000

/** A figure of a district as it is sent: with or without signs between the thousands. @param today nobody has counted later than that */
export const populationForm = (today: Temporal.PlainDate) =>
  z.object({
    people: z
      .string('form.required')
      .trim()
      .min(1, 'form.required')
      .regex(/^(\d+|\d{1,3}([.,\s]\d{3})+)$/, 'population.not-a-figure')
      .transform(typed => Number(typed.replace(/\D/g, '')))
      .refine(people => people <= mostPeople, 'population.too-many'),
    source: text(3, 200),
    asOf: day.refine(asOf => Temporal.PlainDate.compare(asOf, today) <= 0, 'population.not-yet'),
    version: z.coerce.number().int().min(0).catch(0),
  })

export type Correction = z.output<ReturnType<typeof populationForm>>
