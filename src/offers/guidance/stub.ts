import { z } from 'zod'

const spoken = z.object({ id: z.string().min(3).max(300), en: z.string().min(3).max(300) })
const source = z.object({ title: z.string().min(3).max(200), url: z.url().optional(), readOn: z.iso.date() })
export const ruleSet = z.object({
  rules: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      tone: z.enum(['danger', 'warning', 'missing', 'good']),
      weight: z.number().min(0).max(10),
      pattern: z.string().min(2).max(500),
      title: spoken,
      why: spoken,
      ask: spoken,
      source,
      hits: z.array(z.string().max(400)).min(1),
      misses: z.array(z.string().max(400)),
    }),
  ),
})
export const plausibility = z.object({
  rates: z.record(z.string(), z.number().positive()),
  wages: z.array(
    z.object({
      country: z.string().max(2),
      job: z.string().max(50),
      low: z.number(),
      high: z.number(),
      currency: z.string().max(3),
      source,
    }),
  ),
})

import type { Inspection } from '../check/inspection.ts'
export const compileRules = (set: z.output<typeof ruleSet>) =>
  set.rules.map(rule => ({ rule, re: new RegExp(rule.pattern, 'i') }))
export const inspectOffer = (
  text: string,
  compiled: ReturnType<typeof compileRules>,
  _p: unknown,
): Inspection => {
  const findings = compiled
    .filter(({ re }) => re.test(text))
    .map(({ rule }) => ({
      ruleId: rule.id,
      tone: rule.tone,
      weight: rule.weight,
      spans: [],
      title: rule.title,
      why: rule.why,
      ask: rule.ask,
      source: rule.source as never,
    }))
  const level = findings.some(f => f.tone === 'danger')
    ? 'danger'
    : findings.length
      ? 'warnings'
      : 'nothing-found'
  return {
    level,
    findings,
    facts: { countries: [], jobs: [], companies: [], phones: [], wages: [] },
    rules: 1,
    plausibility: 1,
  }
}
