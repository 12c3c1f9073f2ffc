import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRegions } from '../../src/offices/index.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

test('every province, regency, district and village is there', async () => {
  const { levels, sigi } = await house.db.asJob(async tx => ({
    levels: await tx
      .selectFrom('regions')
      .select(['level', tx.fn.countAll<number>().as('count')])
      .groupBy('level')
      .execute(),
    sigi: await tx.selectFrom('regions').select('code').where('parent_code', '=', '72.10').execute(),
  }))
  expect(Object.fromEntries(levels.map(({ level, count }) => [level, count]))).toEqual({
    province: 38,
    regency: 514,
    district: 7285,
    village: 83762,
  })
  expect(sigi.length).toBeGreaterThanOrEqual(15)
})

test('loading them again changes nothing and is quick enough to be done at any time', async () => {
  const before = performance.now()
  expect(await loadRegions(house.db)).toBe(38 + 514 + 7285 + 83762)
  console.log(`regions loaded again in ${((performance.now() - before) / 1000).toFixed(1)} s`)
})
