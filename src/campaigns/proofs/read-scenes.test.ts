import { afterAll, expect, test } from 'vitest'
import { readCodes, stopReadingCodes } from '../../platform/images/read-codes.ts'
import { strip } from '../render-variant.samples.ts'
import { scenes } from './scenes.samples.ts'

afterAll(stopReadingCodes)

/** Promise U4: the code in the pixels is read back from a thumbnail and from a photo of a wall. */
test.each(Object.entries(scenes))('the code is read from %s', async (name, draw) => {
  const picture = await draw()
  const start = performance.now()
  const texts = await readCodes(picture, /\/T\//)
  console.info(`${name}: ${Math.round(performance.now() - start)} ms`)
  expect(texts).toEqual([strip.linkTarget])
})
