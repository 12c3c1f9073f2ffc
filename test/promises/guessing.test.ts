import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { signedIn, visitor } from '../visitor.ts'

const email = 'poso@kabupaten.example'
let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

const guess = () => visitor(product).post('/masuk', { email, password: 'tebakan-belaka' })

test('forty guesses at the same moment are five tries; the right password waits like the others', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, guess))
  const statuses = answers.map(({ status }) => status).toSorted()
  expect(statuses).toEqual([...Array(5).fill(422), ...Array(35).fill(429)])
  await expect(signedIn(product, email)).rejects.toThrow('429')
})

test('after the wait the person comes in, and is no longer counted', async () => {
  await expect
    .poll(
      () =>
        signedIn(product, email).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)
  expect((await guess()).status).toBe(422)
})
