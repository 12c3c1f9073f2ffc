import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../../platform/root.ts'

export const reasons = [
  'nik',
  'nik-nearly',
  'passport',
  'born',
  'worker-phone',
  'reporter-phone',
  'crossed-phone',
  'recruiter-phone',
  'name-born',
  'name-born-year',
  'name-place',
  'name-place-part',
  'name-place-nearly',
  'name-country',
  'reporter-name',
  'region',
  'destination',
  'departure',
  'problem',
  'received',
  'nik-differs',
  'passport-differs',
  'born-differs',
  'name-differs',
  'phone-differs',
  'region-differs',
  'destination-differs',
  'departure-differs',
  'received-differs',
  'stage-differs',
] as const
export type Reason = (typeof reasons)[number]

const whose = z.enum(['worker', 'reporter', 'recruiter'])

const markNeed = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  /** Whose mark it is here, and whose there; crossing is allowed when several are named. */
  whose: z.array(whose).min(1),
  /** Any equal one; some, and others on both sides that are not; all of the shorter side; all of both sides; or none, although both sides have some. */
  share: z.enum(['any', 'some', 'contained', 'all', 'none']),
  /** Equal ones at least. */
  atLeast: z.int().min(1).optional(),
  /** The rarest equal one stands in at most so many other cases. */
  rarerThan: z.int().min(1).optional(),
  /** Only where the worker's role on the two sides differs: the one's is the other's reporter. */
  crossed: z.boolean().optional(),
})

const factNeed = z.strictObject({
  fact: z.enum(['region', 'destination', 'stage', 'journey', 'problems', 'departs', 'received']),
  is: z.enum(['same', 'different']),
  /** For days: how far apart they may be. */
  days: z.int().min(0).optional(),
})

const matcher = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  marks: z.array(markNeed),
  facts: z.array(factNeed),
  /** Points; below nothing for what speaks against. */
  weight: z.int(),
  /** Of those that say the same thing in other words only the heaviest counts. */
  group: z.string().regex(/^[a-z-]+$/),
  reason: z.enum(reasons),
})

/** What makes two cases look like one matter. Data: each matcher that holds gives its points, and from the threshold on officers are asked. */
export const matcherSet = z.strictObject({
  version: z.int().min(1),
  threshold: z.int().min(1),
  /** A mark in more cases than this brings none of them up by itself. */
  tooCommon: z.int().min(1),
  matchers: z.array(matcher).min(1),
})

export type MatcherSet = z.infer<typeof matcherSet>
export type Matcher = z.infer<typeof matcher>
export type MarkNeed = z.infer<typeof markNeed>
export type FactNeed = z.infer<typeof factNeed>

let kept: MatcherSet | undefined
export const currentMatchers = (): MatcherSet => {
  kept ??= matcherSet.parse(
    JSON.parse(readFileSync(join(root, 'db/content/duplicate-matchers.json'), 'utf8')),
  )
  return kept
}
