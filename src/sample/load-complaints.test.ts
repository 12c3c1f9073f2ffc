import { expect, test } from 'vitest'
import { openSampleHouse } from '../../test/house.ts'

test('x', async () => {
  const t = Date.now()
  const house = await openSampleHouse()
  console.log(Date.now() - t)
  await house.end()
  expect(1).toBe(1)
})
