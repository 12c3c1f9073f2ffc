import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn, visitor } from '../visitor.ts'

const email = 'poso@kabupaten.example'
let served: ServedHouse
beforeAll(async () => {
  served = await serveSampleHouse()
})
afterAll(() => served?.end())

const guess = () => visitor(served).post('/masuk', { email, password: 'tebakan-belaka' })
const signIn = () => signedIn({ url: served.url, password: served.house.password }, email)
const failures = async () => {
  const { rows } = await served.house.db.authPool.query('select failures from failed_sign_ins')
  return rows.map(row => row.failures)
}
/** Time goes by: a second for the machine, however slow it is, is never what decides. */
const lastTry = (secondsAgo: number) =>
  served.house.db.authPool.query(
    `update failed_sign_ins set last_at = now() - $1 * interval '1 second', failures = 9`,
    [secondsAgo],
  )

test('five guesses are free; of forty at the same moment after them one is tried', async () => {
  for (let turn = 0; turn < 5; turn++) expect((await guess()).status).toBe(422)
  await lastTry(16)
  const answers = await Promise.all(Array.from({ length: 40 }, guess))
  const statuses = answers.map(({ status }) => status).toSorted()
  expect(statuses).toEqual([422, ...Array(39).fill(429)])
  expect(await failures()).toEqual([10])
})

test('the right password waits like the others; after the wait the person comes in, and is no longer counted', async () => {
  await lastTry(0)
  await expect(signIn()).rejects.toThrow('429')
  await lastTry(16)
  await signIn()
  expect(await failures()).toEqual([])
  expect((await guess()).status).toBe(422)
})
