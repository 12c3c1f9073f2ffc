import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Indicator, IndicatorSet } from './indicators.ts'

export const certainties = ['cannot-say', 'low', 'medium', 'high'] as const
export type Certainty = (typeof certainties)[number]

/** One indicator: whether it was seen, and what that rests on. */
const item = z.strictObject({
  ticked: z.boolean(),
  said: z.string().default(''),
  when: z.string().default(''),
  evidence: z.string().default(''),
  /** What else could explain it. */
  otherwise: z.string().default(''),
})
export type Item = z.infer<typeof item>
export const emptyItem: Item = { ticked: false, said: '', when: '', evidence: '', otherwise: '' }

const signature = z.strictObject({
  name: z.string(),
  office: z.string(),
  at: z.iso.datetime(),
  guidance: z.int(),
  hash: z.string(),
})
export type Signature = z.infer<typeof signature>

/** What lies sealed of a screening: a draft in versions, the last of them signed. */
export const sheetContent = z.strictObject({
  who: z.enum(['adult', 'child']),
  /** The age is not certain: taken for a child until it is. */
  unsure: z.boolean(),
  items: z.record(z.string(), item),
  steps: z.record(z.string(), z.enum(['done', 'skipped'])),
  certainty: z.enum(['', ...certainties]),
  note: z.string(),
  signature: signature.optional(),
})
export type Sheet = z.infer<typeof sheetContent>

/** So many questions on one page: whoever is asked may be tired. */
const aPage = 6

export interface Step {
  id: string
  dimension: string
  part: number
  parts: number
  indicators: Indicator[]
}

/** The pages of a screening, dimension by dimension in the order of the set. */
export const stepsOf = (set: IndicatorSet): Step[] =>
  set.dimensions.flatMap(({ id }) => {
    const all = set.indicators.filter(({ dimension }) => dimension === id)
    const parts = Math.ceil(all.length / aPage)
    return Array.from({ length: parts }, (_, at) => ({
      id: `${id}-${at + 1}`,
      dimension: id,
      part: at + 1,
      parts,
      indicators: all.slice(at * aPage, (at + 1) * aPage),
    }))
  })

export const tickedOf = ({ items }: Sheet): Set<string> =>
  new Set(Object.keys(items).filter(id => items[id]?.ticked))

/** Ticked, but not yet told by whom, when and on what evidence: an assessment that others build on needs that. */
export const withoutSource = (sheet: Sheet): string[] =>
  [...tickedOf(sheet)].filter(id => {
    const { said, when, evidence } = sheet.items[id]!
    return !said || !when || !evidence
  })

/** SHA-256 over all that is signed: the same for the same words, whatever order they are kept in. */
export const hashOf = (screeningId: number, guidance: number, { signature: _, ...said }: Sheet): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted({ screeningId, guidance, ...said })))
    .digest('hex')

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)])
}
