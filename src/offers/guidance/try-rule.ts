import type { Json } from './document.ts'
import type { Problem } from './problems.ts'
import { compileRules, inspectOffer, ruleSet } from './rule-check.ts'

/** Tries a rule on its own examples: what it must find, and what it must leave alone. */
export const tryRule = (item: Json): Problem[] => {
  const read = ruleSet.safeParse({ rules: [item] })
  if (!read.success) return []
  const rule = read.data.rules[0]!
  try {
    const compiled = compileRules(read.data)
    const finds = (text: string) =>
      inspectOffer(text, compiled, {}).findings.some(({ ruleId }) => ruleId === rule.id)
    return [
      ...rule.hits.flatMap((text, at) => (finds(text) ? [] : [failed('hits', at, 'guidance.must-hit')])),
      ...rule.misses.flatMap((text, at) =>
        finds(text) ? [failed('misses', at, 'guidance.must-not-hit')] : [],
      ),
    ]
  } catch (error) {
    return [
      {
        path: ['pattern'],
        message: 'guidance.pattern-broken',
        values: { cause: String((error as Error).message) },
      },
    ]
  }
}

const failed = (list: string, at: number, message: Problem['message']): Problem => ({
  path: [list, String(at)],
  message,
})
