import { expect, test } from 'vitest'
import { chance, inventCompanies, slips } from './match-company.samples.ts'
import { indexNames, matchCompany } from './match-company.ts'

const made = inventCompanies(450)
const listed = made.slice(0, 400)
const absent = made.slice(400)
const index = indexNames(listed)

const same = (name: string) => matchCompany(name, index).find(({ confidence }) => confidence === 'same')

test('400 companies are found by names with one and two slips', () => {
  const next = chance(41)
  const kinds = Object.entries(slips)
  const tries = listed.flatMap(company => {
    const [kind, slip] = kinds[Math.floor(next() * kinds.length)]!
    const [other, again] = kinds[Math.floor(next() * kinds.length)]!
    const once = slip(company.name, next)
    return [
      { company, kind, name: once },
      { company, kind: `${kind} + ${other}`, name: again(once, next) },
    ]
  })
  const begun = performance.now()
  const found = tries.map(attempt => ({ ...attempt, got: matchCompany(attempt.name, index)[0] }))
  const each = (performance.now() - begun) / tries.length
  const first = found.filter(({ company, got }) => got?.licence === company.licence)
  const sure = first.filter(({ got }) => got?.confidence === 'same')
  const wrong = found.filter(
    ({ company, got }) => got?.confidence === 'same' && got.licence !== company.licence,
  )
  console.log(
    `register matching: ${tries.length} names, top-1 ${(first.length / tries.length).toFixed(3)}, linked ${(sure.length / tries.length).toFixed(3)}, linked wrongly ${wrong.length}, ${each.toFixed(2)} ms a look-up`,
  )
  expect(first.length / tries.length).toBeGreaterThanOrEqual(0.95)
  expect(wrong.length / tries.length).toBeLessThanOrEqual(0.01)
})

test('an absent company is not taken for its neighbour, also with a slip', () => {
  const next = chance(43)
  const kinds = Object.values(slips)
  const asked = absent.flatMap(({ name }) => [name, ...kinds.map(slip => slip(name, next))])
  const linked = asked.flatMap(name => (same(name) ? [`${name} -> ${same(name)!.name}`] : []))
  console.log(
    `register matching: ${asked.length} absent names, no match ${(1 - linked.length / asked.length).toFixed(3)}`,
  )
  expect(1 - linked.length / asked.length, linked.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('initials alone are only asked about', () => {
  const few = indexNames([{ licence: '1', name: 'PT Contoh Bina Mandiri' }])
  expect(matchCompany('CBM', few)).toMatchObject([{ licence: '1', confidence: 'near' }])
})

test('a name with one word more is another company', () => {
  const few = indexNames([{ licence: '1', name: 'PT Contoh Bina Mandiri' }])
  expect(matchCompany('Contoh Bina Mandiri Utama', few)).toMatchObject([{ confidence: 'near' }])
})

test('two licences of one name are both shown and none is chosen', () => {
  const twins = indexNames([
    { licence: '1', name: 'PT Contoh Bina' },
    { licence: '2', name: 'CV Contoh Bina' },
  ])
  expect(matchCompany('contoh bina', twins).map(({ confidence }) => confidence)).toEqual(['near', 'near'])
})
