import { expect, test } from 'vitest'
import type { Condition } from '../../src/returnees/programmes/condition.ts'
import { matcherOf, urgencyOf, type Waiting } from '../../src/returnees/programmes/match.ts'
import { ageBands, needs, sexes, skills, waysBack, wishes } from '../../src/returnees/returnee.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const districts = Array.from(
  { length: 40 },
  (_, place) => `${72 + (place % 3)}.${10 + Math.floor(place / 3)}`,
)

/** The same numbers each time. */
const dice = (seed: number) => {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  const some = <T>(items: readonly T[], chance: number) => items.filter(() => next() < chance)
  return { next, pick, some, maybe: <T>(value: T, chance = 0.9) => (next() < chance ? value : null) }
}

const people = (count: number): Waiting[] => {
  const { next, pick, some, maybe } = dice(7)
  return Array.from({ length: count }, (_, place) => {
    const month = `${2021 + Math.floor(next() * 6)}-${String(1 + Math.floor(next() * 11)).padStart(2, '0')}-01`
    return {
      id: `person-${place}`,
      number: place + 1,
      originCode: maybe(`${pick(districts)}${next() < 0.5 ? '.01.2001' : ''}`),
      destination: maybe(pick(['SA', 'MY', 'TW', 'HK'])),
      sex: maybe(pick(sexes)),
      ageBand: maybe(pick(ageBands)),
      returnedMonth: maybe(month),
      wayBack: maybe(pick(waysBack)),
      needs: some(needs, 0.25),
      skills: some(skills, 0.2),
      wishes: some(wishes, 0.3),
      registeredAt: new Date(Date.UTC(2026, 10, 24) - Math.floor(next() * 900) * 86_400_000),
    }
  })
}

const programmes = (count: number) => {
  const { next, pick, some } = dice(11)
  const among = (is: 'in' | 'not-in'): Condition[] => [
    { is, field: 'needs', values: [pick(needs), pick(needs)] },
    { is, field: 'skills', values: some(skills, 0.4).concat('care') },
    { is, field: 'wishes', values: [pick(wishes)] },
    { is, field: 'sex', values: [pick(sexes)] },
    { is, field: 'wayBack', values: [pick(waysBack)] },
    { is, field: 'district', values: some(districts, 0.3).concat('72.10') },
    { is, field: 'destination', values: ['SA', 'MY'] },
  ]
  return Array.from({ length: count }, () => ({
    districtCode: next() < 0.8 ? pick(districts) : null,
    conditions: some(
      [
        ...among('in'),
        ...among('not-in'),
        { is: 'at-least', field: 'ageBand', value: pick(ageBands) },
        { is: 'within', field: 'returnedMonth', months: 1 + Math.floor(next() * 60) },
      ] as Condition[],
      0.15,
    ),
  }))
}

/** Person by person, condition by condition, written without a look at the program. */
const naively = (all: Waiting[], { conditions, districtCode }: ReturnType<typeof programmes>[number]) => {
  const has = (person: Waiting, field: string): string[] => {
    if (field === 'district') return person.originCode === null ? [] : [person.originCode.substring(0, 5)]
    const value = (person as unknown as Record<string, string | string[] | null>)[field]
    return value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]
  }
  const fits = (person: Waiting) =>
    conditions.every(one => {
      if (one.is === 'in') return one.values.some(value => has(person, one.field).includes(value))
      if (one.is === 'not-in') return one.values.every(value => !has(person, one.field).includes(value))
      if (one.is === 'at-least')
        return (
          person.ageBand !== null &&
          ageBands.indexOf(person.ageBand as '18-24') >= ageBands.indexOf(one.value)
        )
      if (person.returnedMonth === null) return false
      const [year, month] = person.returnedMonth.split('-').map(Number) as [number, number]
      return (today.year - year) * 12 + (today.month - month) <= one.months
    })
  const points = (person: Waiting) => {
    const days = (Date.UTC(2026, 10, 24) - person.registeredAt.getTime()) / 86_400_000 + 1
    const pressing = [...person.needs, String(person.wayBack)].reduce(
      (sum, code) => sum + (urgencyOf[code] ?? 0),
      0,
    )
    const near = districtCode !== null && person.originCode?.startsWith(districtCode) ? 4 : 0
    return Math.min(12, Math.floor(days / 30)) + pressing + near
  }
  return all
    .filter(fits)
    .map(person => ({ id: person.id, number: person.number, points: points(person) }))
    .sort((a, b) => b.points - a.points || a.number - b.number)
}

test('20,000 people against 400 programmes: the same people in the same order as looking at each one', () => {
  const [all, offered] = [people(20_000), programmes(400)]
  const from = performance.now()
  const matcher = matcherOf(all, today)
  const found = offered.map(programme => matcher(programme, 100))
  console.log(`matching 20,000 x 400: ${Math.round(performance.now() - from)} ms`)
  let fitting = 0
  offered.forEach((programme, place) => {
    const expected = naively(all, programme)
    fitting += expected.length
    expect(found[place]!.fitting).toBe(expected.length)
    expect(found[place]!.matches.map(({ returnee, reasons }) => [returnee.id, reasons.points])).toEqual(
      expected.slice(0, 100).map(({ id, points }) => [id, points]),
    )
  })
  // The dice are such that conditions let through some and keep out some.
  expect(fitting).toBeGreaterThan(100_000)
  expect(fitting).toBeLessThan(6_000_000)
  expect(offered.some(({ conditions }) => conditions.length === 0)).toBe(true)
})
