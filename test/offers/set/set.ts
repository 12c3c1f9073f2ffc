/** The labelled offers that the check is measured on. See README.md beside this file before opening a part other than `tune`. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const parts = ['tune', 'holdout', 'stranger', 'third', 'fourth', 'fifth', 'sixth'] as const
export type Part = (typeof parts)[number]

const labelledOffer = z.strictObject({
  id: z.string().regex(/^[stfvx]?[rp]h?-\d{3}$/),
  label: z.enum(['risky', 'proper']),
  /** Written to mislead: a false offer that looks good, or a real one that looks bad. */
  hard: z.boolean(),
  kind: z.string().min(5).max(60),
  text: z.string().min(20).max(2000),
})
export type LabelledOffer = z.infer<typeof labelledOffer>

/** All offers of one part, in the order of their ids. Throws when the file is not what the schema says. */
export function readOffers(part: Part): LabelledOffer[] {
  const file = new URL(`${part}.json`, import.meta.url)
  return z.array(labelledOffer).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Which half of `sixth` an offer is in: by its id alone, so that nobody chose. */
export const isOpen = ({ id }: { id: string }) => createHash('sha256').update(id).digest()[0]! % 2 === 0
