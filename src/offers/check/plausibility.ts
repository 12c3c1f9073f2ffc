import { z } from 'zod'
import { source } from './rule.ts'

const country = z.string().regex(/^[A-Z]{2}$/)
const code = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

/** Numbers and names that an offer can be held against, each with its source. Officers keep them. */
export const plausibility = z.strictObject({
  countries: z.array(
    z.strictObject({
      code: country,
      names: z.array(z.string().min(2).max(40)).min(1),
      /** open: with cooperation; limited: not for every job or channel; closed: no placement. */
      placement: z.enum(['open', 'limited', 'closed']),
      workingVisas: z.array(z.string().max(80)),
      currency: z.string().regex(/^[A-Z]{3}$/),
      source,
    }),
  ),
  jobs: z.array(z.strictObject({ id: code, names: z.array(z.string().min(2).max(40)).min(1) })),
  /** Usual wage a month before deductions. */
  wages: z.array(
    z.strictObject({
      country,
      job: code,
      from: z.number().positive(),
      to: z.number().positive(),
      currency: z.string().regex(/^[A-Z]{3}$/),
      source,
    }),
  ),
  /** The highest usual wage a month in rupiah for work that needs no training, anywhere: above it, ask. */
  highWage: z.strictObject({ rupiah: z.number().positive(), source }),
  /** What a worker may be asked to pay, in rupiah. */
  fees: z.array(z.strictObject({ country, job: code.optional(), ceiling: z.number().min(0), source })),
  /** Rupiah for one unit. */
  rates: z.array(
    z.strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/),
      rupiah: z.number().positive(),
      names: z.array(z.string()),
      source,
    }),
  ),
})

export type Plausibility = z.infer<typeof plausibility>
