import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, merge } from './compare.ts'
import { canonical, type Json, moved, valueAt, withValue } from './document.ts'

const rules: Json = {
  rules: [
    { id: 'passport', weight: 4, hits: ['paspor ditahan'] },
    { id: 'visa', weight: 5, hits: ['visa ziarah', 'visa turis'] },
  ],
}

test('an item is found by its name, wherever it stands, and the rest stays as it was', () => {
  expect(valueAt(rules, ['rules', 'visa', 'weight'])).toBe(5)
  const changed = withValue(rules, ['rules', 'visa', 'weight'], 7)
  expect(valueAt(changed, ['rules', '1', 'weight'])).toBe(7)
  expect(valueAt(changed, ['rules', 'passport'])).toEqual(valueAt(rules, ['rules', 'passport']))
  expect(valueAt(withValue(rules, ['rules', 'passport'], undefined), ['rules', '0', 'id'])).toBe('visa')
  expect(valueAt(withValue(rules, ['rules', '-'], { id: 'new' }), ['rules', '2', 'id'])).toBe('new')
  expect(valueAt(rules, ['__proto__'])).toBeUndefined()
  expect(moved((rules as { rules: Json[] }).rules, 'visa', -1).map(item => valueAt(item, ['id']))).toEqual([
    'visa',
    'passport',
  ])
})

test('a comparison says what was added, removed and changed, and is not misled by order', () => {
  const after: Json = {
    rules: [
      { id: 'transit', weight: 3, hits: [] },
      { id: 'visa', weight: 6, hits: ['visa turis', 'visa umrah'] },
    ],
  }
  expect(compare(rules, after)).toEqual([
    { path: ['rules', 'transit'], kind: 'added', after: { id: 'transit', weight: 3, hits: [] } },
    { path: ['rules', 'visa', 'weight'], kind: 'changed', before: 5, after: 6 },
    { path: ['rules', 'visa', 'hits', '1'], kind: 'changed', before: 'visa ziarah', after: 'visa umrah' },
    {
      path: ['rules', 'passport'],
      kind: 'removed',
      before: { id: 'passport', weight: 4, hits: ['paspor ditahan'] },
    },
  ])
})

test('two people who changed different rules both keep their change', () => {
  const mine = withValue(rules, ['rules', 'visa', 'weight'], 9)
  const theirs = withValue(rules, ['rules', 'passport', 'weight'], 1)
  const { body, clashes } = merge(rules, mine, theirs)
  expect(clashes).toEqual([])
  expect([
    valueAt(body, ['rules', 'visa', 'weight']),
    valueAt(body, ['rules', 'passport', 'weight']),
  ]).toEqual([9, 1])
})

test('two people who changed the same word are both heard, and the choice decides', () => {
  const mine = withValue(rules, ['rules', 'visa', 'weight'], 9)
  const theirs = withValue(rules, ['rules', 'visa', 'weight'], 8)
  const { body, clashes } = merge(rules, mine, theirs, () => 'mine')
  expect(clashes).toEqual([{ path: ['rules', 'visa', 'weight'], base: 5, mine: 9, theirs: 8 }])
  expect(valueAt(body, ['rules', 'visa', 'weight'])).toBe(9)
  const retired = merge(rules, withValue(rules, ['rules', 'visa'], undefined), theirs)
  expect(retired.clashes).toHaveLength(1)
})

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
test('for any documents: only one side changed means that side stands; the same twice is no difference', () => {
  fc.assert(
    fc.property(json, json, (base, other) => {
      expect(compare(base, base)).toEqual([])
      expect(canonical(merge(base, other, base).body)).toBe(canonical(other))
      expect(canonical(merge(base, base, other).body)).toBe(canonical(other))
      expect(canonical(base) === canonical(other)).toBe(compare(base, other).length === 0)
    }),
    { numRuns: 300 },
  )
})
