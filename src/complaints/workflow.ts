import { z } from 'zod'

const spoken = z.strictObject({ id: z.string().min(1).max(300), en: z.string().min(1).max(300) })
const code = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

/** Where a rule comes from, and whether somebody checked it against the law itself. */
const source = z.strictObject({
  title: z.string().min(3).max(200),
  url: z.url().optional(),
  readOn: z.iso.date(),
  verified: z.boolean(),
})

export const clockStarts = [
  'received',
  'accepted',
  'field-check',
  'offered',
  'second-clarification',
  'papers-asked',
  'clarity-asked',
  'unreachable',
  'told-unresolvable',
  'trafficking-indicated',
] as const

/** What offices agreed about complaints, as data that officers keep: codes, clocks, grounds, steps, and where a report goes first. */
export const workflow = z.strictObject({
  problems: z.array(
    z.strictObject({
      id: code,
      label: spoken,
      /** The same in the lists of others; null where they have no such code, or it is not known. */
      bp2mi: z.string().max(80).nullable(),
      banten: z.string().max(80).nullable(),
      peduliWni: z.string().max(80).nullable(),
      grave: z.boolean(),
    }),
  ),
  clocks: z.array(
    z.strictObject({
      id: code,
      label: spoken,
      limit: z.strictObject({
        unit: z.enum(['working-days', 'days', 'months']),
        amount: z.int().min(1).max(400),
      }),
      starts: z.enum(clockStarts),
      onlyFor: z.array(code).optional(),
      source,
    }),
  ),
  grounds: z.array(
    z.strictObject({
      id: code,
      label: spoken,
      toReporter: spoken,
      source,
      /** The clock that has to have run out before this ground may be used. */
      clock: code.nullable(),
      /** An outcome for the worker; otherwise a ground to stop. */
      outcome: z.boolean(),
    }),
  ),
  steps: z.array(z.strictObject({ id: code, label: spoken, source })),
  /** In order: the first whose conditions all hold. */
  routing: z.array(
    z.strictObject({
      id: code,
      when: z.strictObject({
        urgency: z.array(z.string()).optional(),
        stage: z.array(z.string()).optional(),
        problems: z.array(code).optional(),
        origin: z.boolean().optional(),
      }),
      to: z.enum(['bp3mi', 'province', 'district']),
      why: spoken,
    }),
  ),
})

export type Spoken = z.infer<typeof spoken>
export type Workflow = z.infer<typeof workflow>
export type ClockRule = Workflow['clocks'][number]
