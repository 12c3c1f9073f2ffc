import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compiled, figures, inspected, rules } from './check.samples.ts'
import { compileRules } from './compile-rules.ts'
import { effortAllowed, findPhrases, indexed } from './find-phrases.ts'
import { inspectOffer } from './inspect-offer.ts'
import { matchAt } from './match-phrase.ts'
import { groupOf, readPhrase } from './phrase.ts'
import { longestInspected, wordsOf } from './words.ts'

describe('whatever is given is answered', () => {
  test.each([
    ['nothing', ''],
    ['a letter', 'a'],
    ['signs only', '!!! ... ???'],
    ['Chinese', '招聘海外工人，工资高，免费签证，立即出发'.repeat(50)],
    ['half a sign', '\uD83D'],
    ['300,000 letters', 'kerja ke malaysia visa turis '.repeat(11_000)],
    ['300,000 spaces', ' '.repeat(300_000)],
    ['20,000 marks', `a${'\u0301'.repeat(20_000)}`],
  ])('%s', (_, text) => {
    expect(inspected(text).facts).toBeDefined()
  })

  test('nothing is found in nothing', () => {
    expect(inspected('').level).not.toBe('danger')
    expect(inspected('').findings.filter(({ tone }) => tone === 'danger' || tone === 'warning')).toEqual([])
  })

  test('what stands behind the longest that is read is not looked at', () => {
    const behind = `${'x '.repeat(longestInspected / 2)}kerja di Oman pakai visa turis`
    expect(inspected(behind).findings.map(({ ruleId }) => ruleId)).not.toContain('visit-visa')
  })

  test('the same text is always answered the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text => {
        expect(inspected(text)).toEqual(inspected(text))
      }),
      { numRuns: 50 },
    )
  })
})

/** Rules made to run for ever, each with a text made for it. */
const cruel: [phrases: string[], text: string][] = [
  [['ada ... ada ... ada ... ada ... ada zz'], 'ada '.repeat(5_000)],
  [['ad* ... be* ... ad* ... be* ... zz'], 'ada beda '.repeat(2_200)],
  [['@many ... @many ... @many ... zz'], 'kerja '.repeat(5_000)],
  [Array.from({ length: 160 }, () => 'kerja ... kerja ... kerja ... kerja zz'), 'kerja '.repeat(5_000)],
  [['# ... # ... # ... # ... # ... zz'], '1 2 '.repeat(5_000)],
]

const lists = {
  many: Array.from({ length: 300 }, (_, at) => (at % 2 ? 'kerja ... kerja' : `kerja* ke${at}*`)),
}

/** How long one group of phrases takes over a text, and the steps that it took. */
const costOf = (phrases: string[], text: string) => {
  const group = groupOf(phrases.map(phrase => readPhrase(phrase, { lists, spellings: {} })))
  const place = indexed(wordsOf(text, compiled.vocabulary))
  return leastOf(() => findPhrases(group, place, { evenDenied: true }))
}

test('no rule, however it is made, takes more steps than allowed', () => {
  const times = cruel.map(([phrases, text]) => costOf(phrases, text))
  console.log(`cruel rules, ms: ${times.map(time => time.toFixed(1)).join(' ')}`)
  for (const [phrases, text] of cruel) {
    const effort = { left: effortAllowed }
    const words = wordsOf(text, compiled.vocabulary)
    const phrase = readPhrase(phrases[0]!, { lists, spellings: {} })
    for (let at = 0; at < words.length && effort.left > 0; at++) matchAt(phrase, words, at, effort)
    // One step over all places of a sentence is taken whole: the most that can be over is one such step.
    expect(effort.left).toBeGreaterThan(-effortAllowed)
  }
})

const named = [...compiled.vocabulary.spellings.keys(), ...Object.values(rules.lists).flat()]
const cruelTexts = fc.oneof(
  fc.constantFrom(...named).map(word => `${word} `.repeat(5_000)),
  fc
    .array(fc.constantFrom(...named), { minLength: 2, maxLength: 8 })
    .map(words => `${words.join(' ')} `.repeat(1_500)),
  fc
    .array(fc.constantFrom(...named, '1', '.', ',', '\n'), { minLength: 500, maxLength: 3_000 })
    .map(words => words.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 200, maxLength: 2_000 }).map(text => text.repeat(10)),
)

test('no text of 20,000 signs makes a rule run on', () => {
  const slowest = { ms: 0, rule: '', whole: 0 }
  fc.assert(
    fc.property(cruelTexts, text => {
      const cut = text.slice(0, longestInspected)
      const place = indexed(wordsOf(cut, compiled.vocabulary))
      for (const { rule, phrases } of compiled.rules) {
        const search = () => findPhrases(phrases, place, rule)
        const ms = leastOf(search)
        if (ms > slowest.ms) Object.assign(slowest, { ms, rule: rule.id })
        expect(search().length).toBeLessThanOrEqual(12)
      }
      slowest.whole = Math.max(
        slowest.whole,
        leastOf(() => inspectOffer(cut, compiled, figures)),
      )
    }),
    { numRuns: 40 },
  )
  console.log(
    `slowest rule ${slowest.rule} ${slowest.ms.toFixed(1)} ms, slowest check ${slowest.whole.toFixed(1)} ms`,
  )
})

test('rules that cannot be used are refused, and each fault is named', () => {
  const broken = {
    ...rules,
    signals: { ...rules.signals, odd: { phrases: ['@nowhere'], evenDenied: false } },
    cautions: ['.. kerja'],
    voice: { tells: { nobody: 1 }, calls: {}, mixed: 1, telling: 2 },
  }
  expect(() => compileRules(broken)).toThrow(
    /odd: list-missing @nowhere.*cautions: gap-at-edge.*voice: unknown-signal nobody/,
  )
})

/** The least of three, so that what else the machine does is not counted. */
function leastOf(work: () => unknown) {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}
