import { expect, test } from 'vitest'
import { type Observed, priorOf, shrunk, weighed } from './shrink.ts'

const spreadOf = (all: Observed[]) => ({
  events: all.reduce((sum, { events }) => sum + events, 0),
  people: all.reduce((sum, { people }) => sum + people, 0),
  spread: all.reduce((sum, { events, people }) => sum + events ** 2 / people, 0),
})
const differing = [
  { events: 2, people: 2_000 },
  { events: 90, people: 300_000 },
  { events: 10, people: 300_000 },
]

test('a small district is drawn to the mean further than a large one of the same rate', () => {
  const prior = priorOf(spreadOf(differing), 3)!
  const small = shrunk({ events: 2, people: 2_000 }, prior)!
  const large = shrunk({ events: 300, people: 300_000 }, prior)!
  const raw = 2 / 2_000 / prior.mean
  expect(small.mean).toBeGreaterThan(1)
  expect(raw - small.mean).toBeGreaterThan((raw - large.mean) * 3)
  expect(small.variance).toBeGreaterThan(large.variance)
})

test('where districts differ no more than chance, all come near to the mean', () => {
  const alike = Array.from({ length: 10 }, (_, at) => ({ events: 10 + (at % 2), people: 100_000 }))
  const prior = priorOf(spreadOf(alike), 10)!
  for (const one of alike) expect(shrunk(one, prior)!.mean).toBeCloseTo(1, 1)
})

test('nothing anywhere, or nobody living there: no rate, and no division by zero', () => {
  expect(priorOf({ events: 0, people: 1000, spread: 0 }, 3)).toBeUndefined()
  expect(priorOf({ events: 3, people: 0, spread: 0 }, 3)).toBeUndefined()
  expect(shrunk({ events: 3, people: 0 }, { mean: 0.001, shape: 2 })).toBeUndefined()
})

test('the interval holds nine of ten true rates, tried on a thousand districts drawn by chance', () => {
  const next = seeded(7)
  const drawn = Array.from({ length: 1000 }, () => {
    const people = 20_000 + Math.floor(next() * 380_000)
    // A gamma of shape 3 is the sum of three exponentials.
    const rate = (-Math.log(next() * next() * next()) / 3) * 5e-5
    return { people, rate, events: poisson(rate * people, next) }
  })
  const prior = priorOf(spreadOf(drawn), drawn.length)!
  const held = drawn.filter(one => {
    const { low, high } = weighed([{ weight: 1, belief: shrunk(one, prior)! }])
    return one.rate / prior.mean >= low && one.rate / prior.mean <= high
  })
  expect(held.length / drawn.length).toBeGreaterThan(0.86)
  expect(held.length / drawn.length).toBeLessThan(0.94)
})

const seeded = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return (seed + 0.5) / 4294967296
}

const poisson = (mean: number, next: () => number) => {
  let [count, product] = [-1, 1]
  do {
    count++
    product *= next()
  } while (product > Math.exp(-mean))
  return count
}
