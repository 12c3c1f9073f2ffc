import { expect, test } from 'vitest'
import { Busy } from '../../platform/http/failures.ts'
import { deriveInTurn, inTurn, type Lane } from './derive-in-turn.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, place) => place)

/** Both places are taken and stay so until they are let go; what waits meanwhile says when its turn comes. */
const crowded = () => {
  const turns: string[] = []
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const holders = numbered(2).map(() => inTurn('number', () => held))
  const wait = (lane: Lane) =>
    inTurn(lane, async () => {
      turns.push(lane)
    }).catch(error => {
      turns.push(error instanceof Busy ? 'busy' : 'broken')
    })
  const letAllGo = async (waiting: Promise<void>[]) => {
    letGo()
    await Promise.all([...holders, ...waiting])
  }
  return { turns, wait, letAllGo }
}

test('in a crowd of guesses a report goes before them; the guesses beyond the crowd are asked to come back', async () => {
  const { turns, wait, letAllGo } = crowded()
  const guesses = numbered(4100).map(() => wait('number'))
  const report = wait('report')
  await expect.poll(() => turns.length).toBe(100)
  await letAllGo([...guesses, report])
  expect(turns.slice(0, 100)).toEqual(Array(100).fill('busy'))
  expect(turns.slice(100, 105)).toContain('report')
  expect(turns.filter(turn => turn === 'number')).toHaveLength(4000)
})

test('of a crowd of both, every fourth turn is for a number', async () => {
  const { turns, wait, letAllGo } = crowded()
  const lanes: Lane[] = ['number', 'report']
  await letAllGo(lanes.flatMap(lane => numbered(300).map(() => wait(lane))))
  expect(turns.slice(0, 400).filter(turn => turn === 'report')).toHaveLength(300)
  expect(turns).toHaveLength(600)
})

test('a receipt that was derived in turn is the one that is derived again', async () => {
  const derive = (lane: Lane) => deriveInTurn(() => Buffer.alloc(32, 7), '482019337105628914', lane)
  const [first, again] = [await derive('report'), await derive('number')]
  expect(first.lookup).toHaveLength(32)
  expect(again.lookup).toEqual(first.lookup)
})
