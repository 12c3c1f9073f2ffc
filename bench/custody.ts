import fc from 'fast-check'
import { type Act, custodyStories, deeds } from '../test/custody-story.ts'
import { openSampleHouse } from '../test/house.ts'

// Three at once in every round, ten rounds a story: 10,000 deeds and a few more.
const stories = 334

/** Random deeds of custody by three who act at the same moment; after every round one owner, whom events and keys agree on. Promise R7. */
export const custody = async () => {
  const house = await openSampleHouse()
  try {
    const { tell } = await custodyStories(house)
    const act: fc.Arbitrary<Act> = fc.tuple(fc.constantFrom(...deeds), fc.nat(2), fc.nat(2))
    const round = fc.array(act, { minLength: 3, maxLength: 3 })
    const began = performance.now()
    let [done, refused] = [0, 0]
    const faults: string[] = []
    for (const story of fc.sample(fc.array(round, { minLength: 10, maxLength: 10 }), stories)) {
      const told = await tell(story)
      done += told.done
      refused += told.refused
      faults.push(...told.broken, ...told.wrong)
    }
    for (const fault of new Set(faults)) console.error(fault)
    const seconds = (performance.now() - began) / 1000
    return {
      done,
      refusedInWords: refused,
      seconds: Math.round(seconds),
      faults: faults.length,
      alwaysOneOwner: faults.length === 0,
    }
  } finally {
    await house.end()
  }
}
