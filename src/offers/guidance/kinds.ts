import type { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { procedureSchema } from '../procedural-route/procedure.ts'
import type { Json } from './document.ts'
import { type GuidanceKind, guidanceKinds } from './guidance.ts'
import type { Problem } from './problems.ts'
import { plausibility, ruleSet } from './rule-check.ts'
import { tryRule } from './try-rule.ts'

/** How a kind is kept: its address, its schema, and what else must hold of it. */
export interface KindRules {
  slug: string
  schema: z.ZodType
  title: MessageKey
  lead: MessageKey
  /** Tries an item, such as a rule with its examples; paths count from the item. */
  tryItem?: (item: Json, body: Json) => Problem[]
}

/** The kinds that officers keep. A kind without a schema is not there yet. */
const kept: Partial<Record<GuidanceKind, KindRules>> = {
  'procedural-route': {
    slug: 'jalur',
    schema: procedureSchema,
    title: 'guidance.kind.procedural-route',
    lead: 'guidance.kind.procedural-route-lead',
  },
  'offer-rules': {
    slug: 'aturan',
    schema: ruleSet,
    title: 'guidance.kind.offer-rules',
    lead: 'guidance.kind.offer-rules-lead',
    tryItem: tryRule,
  },
  plausibility: {
    slug: 'kewajaran',
    schema: plausibility,
    title: 'guidance.kind.plausibility',
    lead: 'guidance.kind.plausibility-lead',
  },
}

export const keptKinds = (): [GuidanceKind, KindRules][] =>
  guidanceKinds.flatMap(kind => (kept[kind] ? [[kind, kept[kind]] as [GuidanceKind, KindRules]] : []))

export const kindAt = (slug: string | undefined) => keptKinds().find(([, rules]) => rules.slug === slug)

export const rulesOf = (kind: GuidanceKind): KindRules => kept[kind]!
