import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
const writer = () => house.as('humas@bp3mi.example')
const colleague = () => house.as('koordinator@bp3mi.example')
const district = () => house.as('sigi@kabupaten.example')

beforeAll(async () => {
  house = await openSampleHouse()
  await house.db.asActor(writer(), tx =>
    sql`insert into guidance (kind, number, body, change_note, author_id, based_on)
        select kind, 2, '{"drafted": true}', 'Rancangan', ${writer().staffId}, id from guidance where kind = 'safety'`.execute(
      tx,
    ),
  )
})
afterAll(() => house?.end())

const asWriter = (statement: string) => house.db.asActor(writer(), tx => sql.raw(statement).execute(tx))
const asColleague = (statement: string) => house.db.asActor(colleague(), tx => sql.raw(statement).execute(tx))
const changed = async (done: ReturnType<typeof asWriter>) => Number((await done).numAffectedRows)
const decided = (who: string, state: string) =>
  `update guidance set state = '${state}', decided_by = '${who}', decided_at = now() where kind = 'safety' and number = 2`

test('the public sees what is released and nothing else, and changes nothing', async () => {
  const seen = await house.db.asPublic(tx => tx.selectFrom('guidance').select('state').execute())
  expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(['released']))
  const { numUpdatedRows } = await house.db.asPublic(tx =>
    tx.updateTable('guidance').set({ change_note: 'Lain' }).executeTakeFirst(),
  )
  expect(numUpdatedRows).toBe(0n)
  const people = await house.db.asPublic(tx => sql`select * from guidance_people()`.execute(tx))
  expect(people.rows).toEqual([])
})

test("a district, or a colleague, cannot write into somebody's draft", async () => {
  const rewrite = `update guidance set body = '{}' where number = 2`
  await expect(changed(asColleague(rewrite))).resolves.toBe(0)
  const own = house.db.asActor(district(), tx =>
    sql`insert into guidance (kind, number, body, change_note, author_id) values ('safety', 9, '{}', 'Lain', ${district().staffId})`.execute(
      tx,
    ),
  )
  await expect(own).rejects.toThrow(/row-level security/)
})

test('nobody writes a version that is released at once, or in the name of another', async () => {
  const insert = (state: string, author: string) =>
    asWriter(
      `insert into guidance (kind, number, state, body, change_note, author_id, decided_at)
       values ('plausibility', 7, '${state}', '{}', 'Langsung', '${author}', ${state === 'draft' ? 'null' : 'now()'})`,
    )
  await expect(insert('released', writer().staffId)).rejects.toThrow(/row-level security/)
  await expect(insert('draft', colleague().staffId)).rejects.toThrow(/row-level security/)
})

test('a draft is released by nobody before it is submitted, and never by its author', async () => {
  await expect(changed(asColleague(decided(colleague().staffId, 'released')))).resolves.toBe(0)
  await expect(asWriter(decided(writer().staffId, 'released'))).rejects.toThrow()
  await expect(changed(asWriter(`update guidance set state = 'submitted' where number = 2`))).resolves.toBe(1)
  await expect(changed(asWriter(decided(writer().staffId, 'released')))).resolves.toBe(0)
  await expect(
    asWriter(`update guidance set author_id = '${colleague().staffId}' where number = 2`),
  ).rejects.toThrow(/permission denied/)
  await expect(changed(asWriter(`update guidance set body = '{}' where number = 2`))).resolves.toBe(0)
})

test('what is released is what was submitted: a colleague cannot put other words in, nor another name under it', async () => {
  const otherWords = decided(colleague().staffId, 'released').replace('set ', `set body = '{"other": 1}', `)
  await expect(asColleague(otherWords)).rejects.toThrow(/as it was submitted/)
  await expect(asColleague(decided(writer().staffId, 'released'))).rejects.toThrow()
  await expect(changed(asColleague(decided(colleague().staffId, 'released')))).resolves.toBe(1)
})

test('a released version never changes, not even by the program itself', async () => {
  const change = house.db.asJob(tx =>
    tx.updateTable('guidance').set({ body: '{}' }).where('number', '=', 2).execute(),
  )
  await expect(change).rejects.toThrow(/never changes/)
  await expect(
    changed(asColleague(`update guidance set change_note = 'Lain' where number = 2`)),
  ).resolves.toBe(0)
})
