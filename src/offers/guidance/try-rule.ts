import type { Json } from './document.ts'
import { isObject } from './document.ts'
import { shippedGuidance } from './guidance.ts'
import type { Problem } from './problems.ts'
import { BadRules, compileRules, inspectOffer, plausibility, ruleSet } from './rule-check.ts'

/** Tries a rule on its own examples: what it must find, and what it must leave alone. The lists and signals are the document's. */
export const tryRule = (item: Json, body: Json): Problem[] => {
  const read = ruleSet.safeParse({ ...(isObject(body) ? body : {}), rules: [item], questions: [] })
  const rule = read.data?.rules[0]
  // An item of a list that is no rule is read by the schema alone.
  if (!read.success || !rule || !isObject(item) || !('tone' in item)) return []
  try {
    const compiled = compileRules(read.data)
    const finds = (text: string) =>
      inspectOffer(text, compiled, figures()).findings.some(({ ruleId }) => ruleId === rule.id)
    return [
      ...rule.hits.flatMap((text, at) => (finds(text) ? [] : [failed('hits', at, 'guidance.must-hit')])),
      ...rule.misses.flatMap((text, at) =>
        finds(text) ? [failed('misses', at, 'guidance.must-not-hit')] : [],
      ),
    ]
  } catch (error) {
    if (!(error instanceof BadRules)) throw error
    return error.troubles.map(({ key, part }) => ({
      path: ['phrases'],
      message: `guidance.phrase-${key}` as const,
      values: { part },
    }))
  }
}

/** The figures that came with the program do for examples: they rest on words. */
const figures = () => {
  known ??= plausibility.parse(shippedGuidance('plausibility'))
  return known
}
let known: ReturnType<typeof plausibility.parse> | undefined

const failed = (list: string, at: number, message: Problem['message']): Problem => ({
  path: [list, String(at)],
  message,
})
