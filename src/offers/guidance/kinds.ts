import type { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { procedureSchema } from '../procedural-route/procedure.ts'
import type { Json } from './document.ts'
import { type GuidanceKind, guidanceKinds } from './guidance.ts'
import type { Problem } from './problems.ts'
import { plausibility, ruleSet } from './rule-check.ts'
import { tryRule } from './try-rule.ts'

/** What must hold of a kind. */
interface Kept {
  schema: z.ZodType
  /** Tries an item, such as a rule with its examples; paths count from the item. */
  tryItem?: (item: Json, body: Json) => Problem[]
}

/** How a kind is kept: what must hold of it, and where the console shows it. */
export interface KindRules extends Kept {
  slug: string
  title: MessageKey
  lead: MessageKey
}

const slugs: Record<GuidanceKind, string> = {
  'offer-rules': 'aturan',
  plausibility: 'kewajaran',
  'procedural-route': 'jalur',
  safety: 'keselamatan',
  'complaint-workflow': 'aduan',
  screening: 'asesmen',
}

/** The kinds that officers keep. A kind without a schema is not there yet. */
const kept = new Map<GuidanceKind, Kept>([
  ['offer-rules', { schema: ruleSet, tryItem: tryRule }],
  ['plausibility', { schema: plausibility }],
  ['procedural-route', { schema: procedureSchema }],
])

/** Lets officers keep a kind whose words belong to a room further right. Called once, when the program is put together. */
export const keepKind = (kind: GuidanceKind, schema: z.ZodType) => kept.set(kind, { schema })

export const keptKinds = (): [GuidanceKind, KindRules][] =>
  guidanceKinds.filter(kind => kept.has(kind)).map(kind => [kind, rulesOf(kind)])

export const kindAt = (slug: string | undefined) => keptKinds().find(([, rules]) => rules.slug === slug)

export const rulesOf = (kind: GuidanceKind): KindRules => ({
  ...kept.get(kind)!,
  slug: slugs[kind],
  title: `guidance.kind.${kind}`,
  lead: `guidance.kind.${kind}-lead`,
})
