import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { arabicPoster, designCalled, examplePoster, strip } from './render-variant.samples.ts'
import { laidOut, renderVariant } from './render-variant.ts'

const cells = []
for (const [poster, format] of [
  [examplePoster(designCalled('daftar')), 'talk'],
  [examplePoster(designCalled('daftar')), 'radio'],
  [arabicPoster('daftar'), 'talk'],
  [examplePoster(designCalled('ombak')), 'talk'],
  [examplePoster(designCalled('angka')), 'a4'],
] as const) {
  const drawn = await renderVariant(poster, strip, format)
  writeFileSync(`/tmp/fmt/out/${format}.pdf`, drawn.bytes)
  const doc = laidOut(poster, strip, format)
  console.log(format, drawn.bytes.length, JSON.stringify(doc.noted('fit')))
  cells.push(
    await sharp(Buffer.from(doc.svg()), { density: 130 })
      .flatten({ background: '#fff' })
      .resize({ height: 1200 })
      .png()
      .toBuffer({ resolveWithObject: true }),
  )
}
let x = 0
await sharp({
  create: {
    width: cells.reduce((s, c) => s + c.info.width + 12, 0),
    height: 1200,
    channels: 3,
    background: '#888',
  },
})
  .composite(
    cells.map(c => {
      const at = { input: c.data, left: x, top: 0 }
      x += c.info.width + 12
      return at
    }),
  )
  .png()
  .toFile('/tmp/fmt/out/pages.png')
