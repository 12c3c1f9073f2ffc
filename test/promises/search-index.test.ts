import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillIndex } from '../../src/front/index.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const rows = () =>
  house.db.asPublic(tx =>
    tx
      .selectFrom('search_entries')
      .select(['path', 'language', 'body'])
      .orderBy('path')
      .orderBy('language')
      .execute(),
  )

test('the index follows what it is made from: changed, come and gone', async () => {
  const filled = await fillIndex(house)
  const before = await rows()
  expect(before.map(({ path }) => path)).toContain('/bantuan')
  expect(await fillIndex(house, filled)).toBe(filled)
  const { id } = await house.db.asJob(tx =>
    tx
      .insertInto('office_contacts')
      .values({
        office_id: 13,
        kind: 'phone',
        value: '0451-111-222',
        source: 'surat kantor',
        verified_on: '2026-11-01',
        verified_by: 'Kepala seksi',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const other = await fillIndex(house, filled)
  expect(other).not.toBe(filled)
  expect(JSON.stringify(await rows())).toContain('0451-111-222')
  await house.db.asActor(house.as('sigi@kabupaten.example'), tx =>
    tx.deleteFrom('office_contacts').where('id', '=', id).execute(),
  )
  expect(await fillIndex(house, other)).toBe(filled)
  expect(await rows()).toEqual(before)
})

test('a number that nobody verified is not in the index', async () => {
  await house.db.asJob(tx =>
    tx
      .insertInto('office_contacts')
      .values({ office_id: 13, kind: 'phone', value: '0451-999-888' })
      .execute(),
  )
  await fillIndex(house)
  expect(JSON.stringify(await rows())).not.toContain('0451-999-888')
})
