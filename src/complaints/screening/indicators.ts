import { z } from 'zod'

const spoken = z.strictObject({ id: z.string().min(1).max(300), en: z.string().min(1).max(300) })
const code = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)
const source = z.strictObject({
  title: z.string().min(3).max(200),
  url: z.url().optional(),
  readOn: z.iso.date(),
  verified: z.boolean(),
})

const weight = z.enum(['strong', 'medium', 'weak', 'none'])
const count = z.int().min(0).max(20)
const who = z.enum(['adult', 'child'])

/** Indicators of trafficking and what their weights add up to: data that officers keep in versions, each part with its source. */
export const screening = z
  .strictObject({
    /** To be sure of before anything is asked. */
    before: z.array(z.strictObject({ id: code, text: spoken })),
    dimensions: z
      .array(
        z.strictObject({
          id: code,
          label: spoken,
          phase: z.enum(['recruitment', 'destination', 'exploitation']),
          /** Of the law: what was done, how, and to what end. */
          element: z.enum(['process', 'means', 'purpose']),
          source,
        }),
      )
      .min(1),
    indicators: z
      .array(
        z.strictObject({
          id: code,
          dimension: code,
          text: spoken,
          adult: weight,
          child: weight,
          /** The signs of forced labour that it is one of. */
          signs: z.array(code),
        }),
      )
      .min(1),
    childVariant: source,
    signs: z.array(z.strictObject({ id: code, label: spoken })),
    signsSource: source,
    rule: z.strictObject({
      source,
      /** A dimension is positive when one of these is reached. */
      positive: z
        .array(z.strictObject({ id: code, strong: count, medium: count, weak: count, mediumOrWeak: count }))
        .min(1),
    }),
    /** In order: the first of which every need has a positive dimension. */
    levels: z.array(
      z.strictObject({
        id: code,
        who,
        needs: z.array(z.strictObject({ anyOf: z.array(code).min(1) })).min(1),
        label: spoken,
        advice: spoken,
      }),
    ),
  })
  .superRefine((set, context) => {
    const dimensions = new Set(set.dimensions.map(({ id }) => id))
    const unknown = (id: string, path: (string | number)[]) =>
      dimensions.has(id) || context.addIssue({ code: 'custom', message: 'screening.unknown-dimension', path })
    for (const [at, { dimension }] of set.indicators.entries())
      unknown(dimension, ['indicators', at, 'dimension'])
    for (const [at, { needs }] of set.levels.entries())
      for (const [need, { anyOf }] of needs.entries())
        for (const id of anyOf) unknown(id, ['levels', at, 'needs', need, 'anyOf'])
  })

export type IndicatorSet = z.infer<typeof screening>
export type Indicator = IndicatorSet['indicators'][number]
export type Dimension = IndicatorSet['dimensions'][number]
export type Who = z.infer<typeof who>
export type Weight = z.infer<typeof weight>
