import { expect, test } from 'vitest'
import { shippedGuidance } from '../../offers/index.ts'
import { screening, type Who } from './indicators.ts'
import { weigh } from './weigh.ts'

const set = screening.parse(shippedGuidance('screening'))
const weighed = (who: Who, ticked: string[]) => weigh(set, who, new Set(ticked))
const dimension = (who: Who, ticked: string[], id: string) =>
  weighed(who, ticked).dimensions.find(found => found.id === id)!

// As printed: D1 to D6 have 10, 10, 16, 9, 15 and 7 indicators, and so many strong, medium and weak ones for adults.
test.each([
  ['d1', 1, 8, 1],
  ['d2', 1, 9, 0],
  ['d3', 0, 14, 2],
  ['d4', 1, 7, 1],
  ['d5', 4, 10, 1],
  ['d6', 0, 5, 2],
])('%s has the published weights for adults', (id, strong, medium, weak) => {
  const all = set.indicators.map(indicator => indicator.id)
  expect(dimension('adult', all, id)).toMatchObject({ strong, medium, weak })
})

// Worked by hand from the rule: two strong; a strong and another; three medium; two medium and a weak.
test.each([
  ['one strong alone is not enough', ['d1-job'], undefined],
  ['a strong and a medium', ['d1-job', 'd1-wages'], 'strong-and-other'],
  ['a strong and a weak', ['d1-job', 'd1-education'], 'strong-and-other'],
  ['two medium are not enough', ['d1-wages', 'd1-contract'], undefined],
  ['two medium and a weak', ['d1-wages', 'd1-contract', 'd1-education'], 'two-medium-one-weak'],
  ['three medium', ['d1-wages', 'd1-contract', 'd1-housing'], 'three-medium'],
  ['a medium and a weak are not enough', ['d1-wages', 'd1-education'], undefined],
  ['weights of another dimension do not help', ['d1-job', 'd2-threats'], undefined],
  ['what the set does not know counts for nothing', ['d1-job', 'd1-unheard-of'], undefined],
])('deceptive recruitment of an adult: %s', (_, ticked, because) => {
  expect(dimension('adult', ticked, 'd1').because).toBe(because)
})

test('two strong ones make a dimension positive, two weak ones never', () => {
  expect(dimension('adult', ['d5-debt', 'd5-violence'], 'd5').because).toBe('two-strong')
  expect(dimension('adult', ['d3-beliefs', 'd3-context'], 'd3').positive).toBe(false)
})

test('for a child, threats, debt, selling, forced crime and tasks, and deception about school are strong', () => {
  const strong = set.indicators.filter(({ child, adult }) => child === 'strong' && adult !== 'strong')
  expect(strong.map(({ id }) => id).toSorted()).toEqual([
    'd1-education',
    'd2-abduction',
    'd2-debt',
    'd2-threat-authorities',
    'd2-threat-family-told',
    'd2-threats',
    'd5-crime',
    'd5-tasks',
    'd5-threat-authorities',
    'd5-threat-family-told',
    'd5-threat-worse',
    'd5-threats',
  ])
  const ticked = ['d2-debt', 'd2-threats']
  expect(dimension('adult', ticked, 'd2').positive).toBe(false)
  expect(dimension('child', ticked, 'd2').because).toBe('two-strong')
})

const recruitment = ['d1-job', 'd1-wages']
const destination = ['d5-debt', 'd5-documents-held']
const exploitation = ['d4-hours', 'd4-wages']
test.each<[Who, string[], string | undefined]>([
  ['adult', [...recruitment, ...destination, ...exploitation], 'adult-full'],
  ['adult', [...recruitment, ...exploitation], 'adult-part'],
  ['adult', [...destination, ...exploitation], 'adult-part'],
  ['adult', recruitment, 'adult-way'],
  ['adult', exploitation, 'adult-exploited'],
  ['adult', ['process-recruited'], undefined],
  ['adult', ['d4-hours'], undefined],
  ['adult', [], undefined],
  ['child', [...exploitation, 'process-recruited'], 'child-full'],
  ['child', exploitation, 'child-exploited'],
  ['child', ['process-recruited'], 'child-way'],
  ['child', [...recruitment], 'child-way'],
  ['child', [], undefined],
])('%s with %j reaches %s', (who, ticked, level) => {
  expect(weighed(who, ticked).level).toBe(level)
})

test('the eleven signs of forced labour follow from what is ticked, without a question more', () => {
  expect(set.signs.length).toBe(11)
  expect(weighed('adult', ['d5-confined', 'd4-hours']).signs).toEqual(['movement', 'isolation', 'overtime'])
  const all = weighed(
    'adult',
    set.indicators.map(({ id }) => id),
  )
  expect(all.signs).toEqual(set.signs.map(({ id }) => id))
})

test('what was not checked against its document says so', () => {
  expect(set.rule.source.verified).toBe(false)
  expect(set.childVariant.verified).toBe(false)
})

test('a rule that names a dimension that is not there is refused', () => {
  const broken = { ...set, levels: [{ ...set.levels[0]!, needs: [{ anyOf: ['d9'] }] }] }
  expect(screening.safeParse(broken).success).toBe(false)
})
