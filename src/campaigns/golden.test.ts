import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../platform/root.ts'
import { contactSheet, difference, goldens } from './golden.samples.ts'

/** Of 255, over a whole sheet: smoothing differs by less, a line of text that moved or broke otherwise by more. */
const tolerance = 1.5

test.each(goldens)('$name looks as it did when somebody last looked at it', async ({ name, poster }) => {
  const kept = readFileSync(join(root, 'test/golden', `${name}.webp`))
  expect(await difference(await contactSheet(poster), kept)).toBeLessThan(tolerance)
})

test('a headline that breaks otherwise is seen', async () => {
  const { name, poster } = goldens[0]!
  const kept = readFileSync(join(root, 'test/golden', `${name}.webp`))
  const changed = await contactSheet({ ...poster, headline: `${poster.headline} Bukan juga umrah.` })
  expect(await difference(changed, kept)).toBeGreaterThan(tolerance)
})
