import { expect, test } from 'vitest'
import { indexCompanies } from '../../src/offers/register/match/company-index.ts'
import { matchCompany } from '../../src/offers/register/match/match-company.ts'
import { dice, inventNames, neighbourOf } from './companies.ts'
import { misspell } from './slips.ts'

const seeds = [1, 20, 300, 4000, 50_000]

for (const seed of seeds)
  test(`400 companies, written badly and absent ones, seed ${seed}`, () => {
    const roll = dice(seed)
    const names = inventNames(roll, 400)
    const index = indexCompanies(names.map((name, id) => ({ id, name: `PT ${name}` })))
    const asked = names.map((name, id) => ({ id, written: misspell(roll, name) }))
    const results = asked.map(({ id, written }) => ({ id, written, matches: matchCompany(written, index) }))
    const first = results.filter(({ id, matches }) => matches[0]?.id === id).length
    const linked = results.filter(({ id, matches }) => matches[0]?.id === id && matches[0].sure).length
    const wrong = results.filter(({ id, matches }) => matches[0]?.sure && matches[0].id !== id)
    const taken = new Set(names)
    const absent = (count: number, make: () => string) => {
      const made: string[] = []
      while (made.length < count) {
        const name = make()
        if (!taken.has(name)) made.push(name)
      }
      return made
    }
    const near = absent(400, () => neighbourOf(roll, names[Math.floor(roll() * names.length)]!))
    const far = inventNames(roll, 400, taken)
    const silent = (list: string[]) => list.filter(name => !matchCompany(name, index)[0]?.sure).length
    const nearBad = near.map(name => misspell(roll, name))
    console.log(seed, {
      first,
      linked,
      wrong: wrong.length,
      near: silent(near),
      far: silent(far),
      nearBad: silent(nearBad),
    })
    if (process.env.SHOW) {
      for (const { id, written, matches } of results
        .filter(r => !(r.matches[0]?.id === r.id && r.matches[0].sure))
        .slice(0, 25))
        console.log(
          'MISS',
          names[id],
          '|',
          written,
          '|',
          matches.map(m => `${m.name} ${m.confidence}${m.sure ? '!' : ''}`).join(' ; '),
        )
      for (const name of near.filter(n => matchCompany(n, index)[0]?.sure).slice(0, 10))
        console.log('FALSE', name, matchCompany(name, index)[0])
    }
    const t = performance.now()
    for (const { written } of asked) matchCompany(written, index)
    console.log('ms each', (performance.now() - t) / asked.length)
    expect(first).toBeGreaterThan(0)
  })
