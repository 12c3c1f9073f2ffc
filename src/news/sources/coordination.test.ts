import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { coordinationSources } from './coordination.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const facts = async (email: string, kind: 'activity' | 'meeting', title?: string) => {
  const source = coordinationSources(house).find(one => one.kind === kind)!
  const actor = house.as(email)
  return house.db.asActor(actor, async tx => {
    const found = (await source.list(tx, actor)).find(one => !title || one.title.startsWith(title))
    return found && source.facts(tx, actor, found.id)
  })
}

test('the founding meeting is told with who met, and how many agreements came of it', async () => {
  const told = await facts('pimpinan@bp3mi.example', 'meeting', 'Sinkronisasi program')
  expect(told).toMatchObject({ when: { start: '2026-02-02', zone: 'Asia/Makassar' } })
  expect(told!.offices).toHaveLength(2)
  expect(told!.figures.map(({ name, value }) => `${value} ${name}`)).toContain('3 kesepakatan')
})

test('an activity is told by the office that held it, with the place as a town', async () => {
  const told = await facts('petugas.sigi@kabupaten.example', 'activity')
  expect(told).toMatchObject({ kind: 'activity', where: { name: 'Kabupaten Sigi' } })
  expect(told!.offices.join()).toContain('Sigi')
})

test('what is not the own office’s to tell is not there', async () => {
  const source = coordinationSources(house).find(one => one.kind === 'activity')!
  const [sigi, poso] = ['petugas.sigi@kabupaten.example', 'petugas.poso@kabupaten.example'].map(email =>
    house.as(email),
  )
  const mine = await house.db.asActor(sigi!, tx => source.list(tx, sigi!))
  expect(mine.length).toBeGreaterThan(0)
  const owned = await house.db.asActor(poso!, async tx => {
    const theirs = new Set((await source.list(tx, poso!)).map(({ id }) => id))
    const foreign = mine.filter(({ id }) => !theirs.has(id))
    return Promise.all(foreign.map(({ id }) => source.facts(tx, poso!, id)))
  })
  expect(owned.length).toBeGreaterThan(0)
  expect(owned.filter(Boolean)).toEqual([])
})
