import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openShortHash } from '../platform/vault/index.ts'
import { apart, estimateOf, rangeOf } from './estimate.ts'
import { addTo, emptySketch, mergeInto, packed, type Sketch, unpacked } from './sketch.ts'

/** A sketch of visitors numbered from one on, under a secret of its own. */
const sketchOf = (count: number, hash = openShortHash(), from = 0): Sketch => {
  const sketch = emptySketch()
  for (let visitor = from; visitor < from + count; visitor++) addTo(sketch, hash.of(`visitor ${visitor}`))
  return sketch
}
const seeded = (seed: number) => {
  const key = Buffer.alloc(16)
  key.writeUInt32LE(seed)
  return openShortHash(key)
}
const errorOf = (count: number, seed: number) =>
  Math.abs(estimateOf(sketchOf(count, seeded(seed))) - count) / count

describe('the estimate', () => {
  test.each([
    [1_000, 100],
    [10_000, 40],
    [100_000, 10],
  ])('is less than three in a hundred off at %d visitors, under each of %d secrets', (count, secrets) => {
    const errors = Array.from({ length: secrets }, (_, seed) => errorOf(count, seed + 1))
    const worst = Math.max(...errors)
    const mean = errors.reduce((sum, error) => sum + error, 0) / secrets
    console.log(
      `${count}: mean error ${(mean * 100).toFixed(2)} %, worst of ${secrets} ${(worst * 100).toFixed(2)} %`,
    )
    expect(worst).toBeLessThan(0.03)
  })

  test('is right for a few', () => {
    for (const count of [0, 1, 2, 5, 20, 100])
      expect(Math.round(estimateOf(sketchOf(count, seeded(7))))).toBe(count)
  })

  test('counts whoever comes again once', () => {
    const hash = openShortHash()
    const sketch = sketchOf(50, hash)
    expect(sketchOf(50, hash)).toEqual(sketch)
    for (let visitor = 0; visitor < 50; visitor++)
      expect(addTo(sketch, hash.of(`visitor ${visitor}`))).toBe(false)
  })

  test('is said as a range that holds the truth', () => {
    const inside = Array.from({ length: 100 }, (_, seed) => rangeOf(sketchOf(2000, seeded(seed))))
    expect(inside.filter(({ low, high }) => low <= 2000 && 2000 <= high).length).toBeGreaterThan(90)
    expect(rangeOf(sketchOf(1))).toEqual({ low: 1, high: 2 })
    expect(rangeOf(emptySketch())).toEqual({ low: 0, high: 0 })
  })
})

test('merged over 514 offices it is the sketch of all their visitors', () => {
  const hash = seeded(11)
  const whole = emptySketch()
  const merged = emptySketch()
  for (let office = 0; office < 514; office++) {
    // Neighbours share half of their visitors, and everybody the first two hundred.
    const own = sketchOf(400, hash, office * 200)
    for (let visitor = 0; visitor < 200; visitor++) addTo(own, hash.of(`visitor ${visitor}`))
    for (let visitor = office * 200; visitor < office * 200 + 400; visitor++)
      addTo(whole, hash.of(`visitor ${visitor}`))
    mergeInto(merged, unpacked(packed(own)))
  }
  expect(merged).toEqual(whole)
  expect(Math.abs(estimateOf(merged) - 515 * 200) / (515 * 200)).toBeLessThan(0.03)
})

test('merging is one and the same in any order, and changes nothing the second time', () => {
  const hash = openShortHash()
  const [one, other] = [sketchOf(3000, hash), sketchOf(10, hash, 2995)]
  const [there, back] = [unpacked(packed(one)), unpacked(packed(other))]
  mergeInto(there, other)
  mergeInto(back, one)
  expect(back).toEqual(there)
  mergeInto(there, one)
  expect(there).toEqual(back)
})

test.each([0, 1, 40, 300, 4000, 5000, 60_000])(
  'a sketch of %d visitors is kept in few bytes and read back whole',
  count => {
    const sketch = sketchOf(count)
    const bytes = packed(sketch)
    expect(bytes.length).toBeLessThanOrEqual(Math.min(count * 3, 12_288))
    expect(estimateOf(unpacked(bytes))).toBe(estimateOf(sketch))
    expect(packed(unpacked(bytes)).length).toBe(bytes.length)
  },
)

test('under another secret the same visitors leave other traces: what is stored cannot be compared', () => {
  const [before, after] = [sketchOf(200, openShortHash()), sketchOf(200, openShortHash())]
  const shared = [...before.few!].filter(([index, rank]) => after.few!.get(index) === rank)
  // By chance about one of them falls on the same register with the same rank.
  expect(shared.length).toBeLessThan(15)
})

test('a hash needs its key: a forgotten one says nothing of what it hashed before', () => {
  const key = randomBytes(16)
  const hash = openShortHash(Buffer.from(key))
  const before = hash.of('203.0.113.77\nPeramban')
  expect(openShortHash(key).of('203.0.113.77\nPeramban')).toEqual(before)
  hash.forget()
  expect(hash.of('203.0.113.77\nPeramban')).not.toEqual(before)
})

test('parts that cannot be compared are at least the largest and at most all together', () => {
  expect(
    apart([
      { low: 10, high: 12 },
      { low: 30, high: 33 },
    ]),
  ).toEqual({ low: 30, high: 45 })
  expect(apart([])).toEqual({ low: 0, high: 0 })
})
