import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Act, custodyStories, deeds } from '../custody-story.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const act: fc.Arbitrary<Act> = fc.tuple(fc.constantFrom(...deeds), fc.nat(2), fc.nat(2))
const rounds = fc.array(fc.array(act, { minLength: 3, maxLength: 3 }), { minLength: 10, maxLength: 10 })

/** Promise R7, some hundred deeds; ten thousand in the bench. */
test('whoever acts at once, a case has exactly one owner, its events say so, and the loser is told in words', async () => {
  const { tell } = await custodyStories(house)
  let [done, refused] = [0, 0]
  for (const story of fc.sample(rounds, 12)) {
    const told = await tell(story)
    expect({
      broken: told.broken,
      wrong: told.wrong,
      story: told.broken.length + told.wrong.length ? story : [],
    }).toEqual({
      broken: [],
      wrong: [],
      story: [],
    })
    done += told.done
    refused += told.refused
  }
  console.log(`${done} deeds done, ${refused} refused in words`)
  expect(done).toBeGreaterThan(40)
}, 120_000)
