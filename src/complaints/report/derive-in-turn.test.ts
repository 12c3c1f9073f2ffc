import { expect, test } from 'vitest'
import { Busy } from '../../platform/http/failures.ts'
import { deriveInTurn } from './derive-in-turn.ts'

const secret = () => Buffer.alloc(32, 7)

test('in a crowd of guesses a report goes before them; the guesses beyond the crowd are asked to come back', async () => {
  const order: string[] = []
  const guess = (place: number) =>
    deriveInTurn(secret, String(place).padStart(18, '0'), 'number').then(
      () => order.push('guess'),
      error => order.push(error instanceof Busy ? 'busy' : 'broken'),
    )
  const crowd = Promise.all(Array.from({ length: 2102 }, (_, place) => guess(place)))
  await deriveInTurn(secret, '482019337105628914', 'report')
  const before = order.filter(what => what === 'guess').length
  await crowd
  expect(before).toBeLessThan(6)
  expect(order.filter(what => what === 'busy')).toHaveLength(100)
  expect(order.filter(what => what === 'guess')).toHaveLength(2002)
  expect((await deriveInTurn(secret, '482019337105628914', 'number')).lookup).toHaveLength(32)
})
