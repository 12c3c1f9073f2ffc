import { expect, test } from 'vitest'
import { inspectAnswers, questionsOf } from './ask.ts'
import { rules } from './check.samples.ts'

const all = (answer: 'yes' | 'no' | 'unknown') =>
  Object.fromEntries(questionsOf(rules).map(({ id }) => [id, answer]))

test('a sign of danger in one answer is danger', () => {
  expect(inspectAnswers({ 'q-passport': 'yes' }, rules).level).toBe('danger')
})

test('nothing answered is incomplete, not nothing found', () => {
  expect(inspectAnswers({}, rules)).toMatchObject({ level: 'incomplete', findings: [] })
})

test('an unknown answer to what must be known is said', () => {
  expect(inspectAnswers({ 'q-visa': 'unknown' }, rules).findings.map(({ ruleId }) => ruleId)).toEqual([
    'visa-later',
  ])
})

test('good answers to all find nothing suspicious', () => {
  const good = { ...all('no'), 'q-visa': 'yes', 'q-who': 'yes', 'q-contract': 'yes' } as const
  const { level, findings } = inspectAnswers(good, rules)
  expect(level).toBe('nothing-found')
  expect(findings.every(({ tone }) => tone === 'good')).toBe(true)
})

test('an answer to a question that is not asked says nothing', () => {
  expect(inspectAnswers({ 'q-elsewhere': 'yes' }, rules).findings).toEqual([])
})
