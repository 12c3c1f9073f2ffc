import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inspected } from '../../src/offers/check/check.samples.ts'
import { isOpen, type LabelledOffer, type Part, parts, readOffers } from './set/set.ts'

/** The parts whose figures must reach the limits of issue 5. */
const mustReach: string[] = ['holdout', 'stranger', 'fifth']
const limit = 0.95

interface Labelled {
  id: string
  label: 'risky' | 'proper'
  text: string
}

const given = parts.flatMap(part => halvesOf(part, readOffers(part)))

describe.each(given)('offers of the part $part', ({ part, offers, closed }) => {
  const figures = measured(offers)

  test('are told apart', () => {
    print(
      part,
      closed
        ? { ...figures, wrong: [`${figures.wrong.length}, closed to whoever mends the rules`] }
        : figures,
    )
    if (mustReach.includes(part)) {
      expect(figures.recall).toBeGreaterThanOrEqual(limit)
      expect(figures.notDanger).toBeGreaterThanOrEqual(limit)
    }
  })
})

describe.each(['tuned', 'blind'])('offers of the writer of the rules, %s', half => {
  test('are told apart', () => {
    const figures = measured(own(half === 'blind'))
    print(`own ${half}`, figures)
    expect(figures.recall).toBeGreaterThanOrEqual(limit)
    expect(figures.notDanger).toBeGreaterThanOrEqual(limit)
  })
})

/** One half of the sixth part stays closed: its figures are told, not which of it were wrong. */
function halvesOf(part: Part, offers: LabelledOffer[]) {
  if (part !== 'sixth') return [{ part: part as string, offers, closed: false }]
  return [true, false].map(open => ({
    part: `sixth, ${open ? 'open' : 'closed'} half`,
    offers: offers.filter(offer => isOpen(offer) === open),
    closed: !open,
  }))
}

function measured(offers: Labelled[]) {
  const judged = offers.map(offer => ({ ...offer, level: inspected(offer.text).level }))
  const [risky, proper] = (['risky', 'proper'] as const).map(label =>
    judged.filter(offer => offer.label === label),
  ) as [typeof judged, typeof judged]
  const flagged = risky.filter(({ level }) => level === 'danger' || level === 'warnings')
  const calm = proper.filter(({ level }) => level !== 'danger')
  return {
    recall: flagged.length / risky.length,
    atDanger: risky.filter(({ level }) => level === 'danger').length / risky.length,
    notDanger: calm.length / proper.length,
    warned: proper.filter(({ level }) => level === 'warnings').length,
    wrong: judged.filter(offer => !flagged.includes(offer) && !calm.includes(offer)).map(({ id }) => id),
  }
}

function print(name: string, { recall, atDanger, notDanger, warned, wrong }: ReturnType<typeof measured>) {
  const [share, grave, calm] = [recall, atDanger, notDanger].map(figure => figure.toFixed(3))
  console.log(
    `${name}: recall ${share} (danger ${grave}), proper not danger ${calm} (warned ${warned}), wrong: ${wrong.join(' ') || 'none'}`,
  )
}

/** Offers written before the rules were tuned; those of the files named blind were never looked at while tuning. */
function own(blind: boolean): Labelled[] {
  const folder = new URL('tune/', import.meta.url)
  const schema = z.array(
    z.strictObject({ id: z.string(), label: z.enum(['risky', 'proper']), text: z.string() }),
  )
  return readdirSync(folder)
    .filter(name => name.endsWith('.json') && name.startsWith('blind') === blind)
    .flatMap(name => schema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
}
