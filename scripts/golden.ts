/** Draws the golden pictures anew: run it after a design was changed on purpose, and look at every one before keeping it. */
import { mkdirSync } from 'node:fs'
import sharp from 'sharp'
import { contactSheet, goldens } from '../src/campaigns/golden.samples.ts'

mkdirSync('test/golden', { recursive: true })
for (const { name, poster } of goldens) {
  await sharp(await contactSheet(poster)).webp({ nearLossless: true, quality: 60 }).toFile(`test/golden/${name}.webp`)
  console.log(name)
}
