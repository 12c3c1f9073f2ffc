import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offerLevel } from '../../src/islands/offer-level.ts'
import { speaksOf } from '../../src/offers/answer/offline-answer.tsx'
import { type Answer, answers, inspectAnswers } from '../../src/offers/check/ask.ts'
import { ruleSet } from '../../src/offers/check/rule.ts'

const set = ruleSet.parse(JSON.parse(readFileSync('db/content/offer-rules.json', 'utf8')))
const speaks = JSON.parse(JSON.stringify(speaksOf(set)))

test('the device says what the server says, whatever is answered', () => {
  const given = fc.record(
    Object.fromEntries(
      set.questions.map(({ id }) => [id, fc.option(fc.constantFrom(...answers), { nil: undefined })]),
    ),
  )
  fc.assert(
    fc.property(given, replies => {
      const server = inspectAnswers(replies as Record<string, Answer | undefined>, set)
      const device = offerLevel(speaks, replies as Record<string, string>)
      expect([device.level, device.rules]).toEqual([
        server.level,
        server.findings.map(({ ruleId }) => ruleId),
      ])
    }),
    { numRuns: 2000 },
  )
})
