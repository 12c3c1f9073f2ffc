import { z } from 'zod'
import type { Finding, Inspection } from '../check/inspection.ts'

// Stands in for src/offers/check until the engine is merged: see rule-check.ts. It must not reach the public.

const spoken = z.object({ id: z.string().min(3).max(300), en: z.string().min(3).max(300) })
const source = z.object({ title: z.string().min(3).max(120), url: z.url().optional(), readOn: z.iso.date() })
const example = z.string().min(2).max(400)

export const ruleSet = z.object({
  rules: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9-]{2,40}$/),
        tone: z.enum(['danger', 'warning', 'missing', 'good']),
        weight: z.number().min(0).max(10),
        pattern: z.string().min(2).max(500),
        title: spoken,
        why: spoken,
        ask: spoken,
        source,
        hits: z.array(example).min(1).max(20),
        misses: z.array(example).max(20),
      }),
    )
    .max(500)
    .default([]),
})

export const plausibility = z.object({
  rates: z.record(z.string().length(3), z.number().positive()).default({}),
  wages: z
    .array(
      z.object({
        country: z.string().length(2),
        job: z.string().max(60),
        low: z.number().positive(),
        high: z.number().positive(),
        currency: z.string().length(3),
        source,
      }),
    )
    .default([]),
})

export const compileRules = ({ rules }: z.output<typeof ruleSet>) =>
  rules.map(rule => ({ rule, pattern: new RegExp(rule.pattern, 'i') }))

export const inspectOffer = (
  text: string,
  compiled: ReturnType<typeof compileRules>,
  _figures: unknown,
): Inspection => {
  const found = compiled.filter(({ pattern }) => pattern.test(text)).map(({ rule }) => rule)
  const danger = found.some(({ tone }) => tone === 'danger')
  return {
    level: danger ? 'danger' : found.length > 0 ? 'warnings' : 'nothing-found',
    findings: found.map(rule => ({ ...rule, ruleId: rule.id, spans: [] }) as unknown as Finding),
    facts: { countries: [], jobs: [], companies: [], phones: [], wages: [] },
    rules: 0,
    plausibility: 0,
  }
}
