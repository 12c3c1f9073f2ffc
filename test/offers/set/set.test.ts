import { expect, test } from 'vitest'
import { isOpen, type LabelledOffer, parts, readOffers } from './set.ts'

const tune = readOffers('tune')
const holdout = readOffers('holdout')
const stranger = readOffers('stranger')
const third = readOffers('third')
const fourth = readOffers('fourth')
const fifth = readOffers('fifth')
const sixth = readOffers('sixth')
const all = parts.flatMap(readOffers)

test('there are enough offers of every sort', () => {
  const first = [...tune, ...holdout]
  expect(first.length).toBeGreaterThanOrEqual(170)
  expect(holdout.length / first.length).toBeCloseTo(0.6, 1)
  for (const label of ['risky', 'proper'] as const) {
    expect(of(first, label).length).toBeGreaterThanOrEqual(80)
    expect(hardOf(first, label).length).toBeGreaterThanOrEqual(16)
    expect(of(holdout, label).length).toBeGreaterThanOrEqual(50)
    expect(of(stranger, label)).toHaveLength(30)
    expect(hardOf(stranger, label)).toHaveLength(10)
    expect(of(third, label).length).toBeGreaterThanOrEqual(40)
    expect(of(fourth, label)).toHaveLength(150)
    expect(hardOf(fourth, label)).toHaveLength(30)
    expect(of(fifth, label).length).toBeGreaterThanOrEqual(45)
    expect(of(sixth, label)).toHaveLength(160)
    expect(hardOf(sixth, label)).toHaveLength(label === 'risky' ? 50 : 60)
  }
})

test('an id says label and hardness, and stands once', () => {
  expect(new Set(all.map(offer => offer.id)).size).toBe(all.length)
  for (const { id, label, hard } of all) expect(id).toMatch(RegExp(`^[stfvx]?${label[0]}${hard ? 'h' : ''}-`))
})

test('the split follows the rule and nothing else', () => {
  const tuned = (offer: LabelledOffer) => [2, 4].includes(Number(offer.id.slice(-3)) % 5)
  expect(tune.filter(offer => !tuned(offer))).toEqual([])
  expect(holdout.filter(tuned)).toEqual([])
  expect(stranger.every(offer => offer.id.startsWith('s'))).toBe(true)
})

test('both halves of the sixth part hold enough of every sort', () => {
  for (const half of [sixth.filter(isOpen), sixth.filter(offer => !isOpen(offer))])
    for (const label of ['risky', 'proper'] as const) {
      expect(of(half, label).length).toBeGreaterThanOrEqual(70)
      expect(hardOf(half, label).length).toBeGreaterThanOrEqual(20)
    }
})

const alikeFrom = 0.8

test('no two texts are nearly the same', () => {
  const known = all.map(offer => ({ id: offer.id, trigrams: trigramsOf(offer.text) }))
  const alike = known.flatMap((one, index) =>
    known.slice(index + 1).flatMap(other => {
      const score = similarity(one.trigrams, other.trigrams)
      return score > alikeFrom ? [`${one.id} ${other.id} ${score.toFixed(2)}`] : []
    }),
  )
  expect(alike).toEqual([])
})

// Every invented number carries 0000, so that one copied from a real post is noticed. Only public hotlines are real.
const hotlines = ['622129244800']

test('every number carries the mark of an invented one or is a public hotline', () => {
  const real = all.flatMap(({ id, text }) =>
    numbersOf(text)
      .filter(number => !number.includes('0000') && !hotlines.includes(number))
      .map(number => `${id} ${number}`),
  )
  expect(real).toEqual([])
})

test('a number without the mark is found however it is written', () => {
  expect(numbersOf('wa 0812-3456-7890 / +62 812 3456 789 / rek 1510012344 / Rp 5.000.000')).toEqual([
    '081234567890',
    '628123456789',
    '1510012344',
  ])
})

const of = (offers: LabelledOffer[], label: LabelledOffer['label']) =>
  offers.filter(offer => offer.label === label)

const hardOf = (offers: LabelledOffer[], label: LabelledOffer['label']) =>
  of(offers, label).filter(offer => offer.hard)

function trigramsOf(text: string) {
  const letters = text.toLowerCase().replaceAll(/\s+/g, ' ')
  return new Set(Array.from({ length: letters.length - 2 }, (_, at) => letters.slice(at, at + 3)))
}

/** The share of common trigrams. Texts too unlike in length get its upper bound: half a million pairs would take long. */
const similarity = (one: Set<string>, other: Set<string>) => {
  const atMost = Math.min(one.size, other.size) / Math.max(one.size, other.size)
  if (atMost <= alikeFrom) return atMost
  const shared = one.intersection(other).size
  return shared / (one.size + other.size - shared)
}

/** What looks like a telephone or account number: a leading 0, +, 62 or ten digits in a row. */
const numbersOf = (text: string) =>
  (text.match(/(?<!\d)(?<!\d[.,])(?:\+\d|62|0)(?:[ .–-]{0,3}\d){8,}|\d{10,}/g) ?? []).map(found =>
    found.replaceAll(/\D/g, ''),
  )
