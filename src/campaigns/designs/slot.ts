import { z } from 'zod'

/** A named place that every office fills for itself. The rest of the message is locked. */
export const Slot = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  /** A figure stands with its source and its date; a text stands as written. */
  kind: z.enum(['text', 'figure']),
  /** Characters at most. */
  most: z.number().max(200),
  label: z.object({ id: z.string(), en: z.string() }),
  hint: z.object({ id: z.string(), en: z.string() }),
  /** What a figure counts, as printed beside it, by language. */
  printed: z.record(z.string(), z.string()).optional(),
})
export type Slot = z.infer<typeof Slot>

/** What an office wrote into a slot. */
export interface SlotValue {
  value: string
  /** Of a figure only. */
  source?: string
  asOf?: string
}

export type SlotValues = Record<string, SlotValue>
