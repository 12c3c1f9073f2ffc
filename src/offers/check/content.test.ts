import { expect, test } from 'vitest'
import { figures, foundIn, inspected, rules } from './check.samples.ts'

test.each(rules.rules.filter(({ hits }) => hits.length > 0))('$id is found in its own examples', rule => {
  expect(rule.hits.filter(text => !foundIn(text).includes(rule.id))).toEqual([])
})

test.each(rules.rules.filter(({ misses }) => misses.length > 0))(
  '$id leaves its counter-examples alone',
  rule => {
    expect(rule.misses.filter(text => foundIn(text).includes(rule.id))).toEqual([])
  },
)

test('every rule with phrases has an example and a counter-example', () => {
  const without = rules.rules.filter(
    ({ phrases, hits, misses }) => phrases.length > 0 && (hits.length === 0 || misses.length === 0),
  )
  expect(without.map(({ id }) => id)).toEqual([])
})

test('ids of rules and questions stand once, and there are at most ten questions', () => {
  const ids = [...rules.rules, ...rules.questions].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(rules.questions.length).toBeLessThanOrEqual(10)
  expect(rules.questions.every(({ id }) => id.startsWith('q-'))).toBe(true)
})

test('no rule calls an offer safe or a person a criminal', () => {
  const said = rules.rules.flatMap(({ id, title, why, ask }) =>
    [title, why, ask].flatMap(({ id: indonesian, en }) => [`${id} ${indonesian}`, `${id} ${en}`]),
  )
  const accusing =
    /\b(?:penipu|pelaku|penjahat|sindikat|criminals?|crooks?|scammers?|this is safe|ini aman)\b/i
  expect(said.filter(text => accusing.test(text))).toEqual([])
})

test('sources say where they come from without a name that only we know', () => {
  const titles = rules.rules.map(({ source }) => source.title)
  expect(titles.filter(title => /domain \d|\[S:/.test(title))).toEqual([])
})

test('a country is recognised by each of its names', () => {
  const missed = figures.countries.flatMap(({ code, names }) =>
    names.filter(name => !inspected(`Bekerja di ${name}, katanya.`).facts.countries.includes(code)),
  )
  expect(missed).toEqual([])
})

test('a kind of work is recognised by each of its names', () => {
  const missed = figures.jobs.flatMap(({ id, names }) =>
    names.filter(name => !inspected(`Bekerja sebagai ${name}, katanya.`).facts.jobs.includes(id)),
  )
  expect(missed).toEqual([])
})
