import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../test/house.ts'
import { fillOnce } from './fill-once.ts'
import { loadSample } from './load-sample.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const mark = () => house.db.ownerPool.query(`comment on table offices is 'filling'`)
const duties = () => house.db.asJob(tx => tx.selectFrom('duties').select('id').execute())

/** How much there is of the complaints and of what lies sealed: nothing of an earlier filling may stay behind. */
const sealed = async () => {
  const tables = [
    'complaints',
    'complaint_events',
    'complaint_marks',
    'complaint_clocks',
    'vault_entries',
    'entry_keys',
  ]
  const count = async (table: string) =>
    Number((await house.db.ownerPool.query(`select count(*) from ${table}`)).rows[0].count)
  return Promise.all(tables.map(count))
}

test('a house that is filled is left alone', async () => {
  expect(await fillOnce(house, async () => 'filled')).toBeUndefined()
  expect((await duties()).length).toBe(39)
})

test('of two programs that find a half-filled house, one fills it and the other waits and leaves it alone', async () => {
  await mark()
  const before = await sealed()
  expect((await Promise.all([loadSample(house), loadSample(house)])).sort()).toEqual([false, true])
  expect((await duties()).length).toBe(39)
  expect(await sealed()).toEqual(before)
})

test('a house that somebody has signed in to is never cleared, whatever mark it bears', async () => {
  await mark()
  const { staffId } = await house.db.asJob(tx =>
    tx.selectFrom('staff').select('id as staffId').limit(1).executeTakeFirstOrThrow(),
  )
  await house.db.authPool.query(
    `insert into session (id, token, "userId", "expiresAt") values ('s', 't', $1, now() + interval '1 hour')`,
    [staffId],
  )
  expect(await loadSample(house)).toBe(false)
  expect((await duties()).length).toBe(39)
})
