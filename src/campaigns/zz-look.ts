import sharp from 'sharp'
import { rasterise } from '../platform/images/raster.ts'
import type { Format } from './format.ts'
import { arabicPoster, designCalled, examplePoster, strip, wordPoster } from './render-variant.samples.ts'
import { laidOut } from './render-variant.ts'

const [out, kind, keys, fs] = process.argv.slice(2)
const formats = (fs ?? 'square,portrait,story,landscape,banner').split(',') as Format[]
const H = 560
const rows: Buffer[] = []
for (const key of keys!.split(',')) {
  const poster =
    kind === 'ar'
      ? arabicPoster(key)
      : kind === 'bare'
        ? { ...examplePoster(designCalled(key)), points: [], callToAction: '' }
        : kind === 'long'
          ? {
              ...wordPoster(key),
              headline: 'Pastikan perjanjian kerja Pastikan perjanjian kerja Pastikan perjanjian kerja Pasti',
              points: Array.from({ length: 5 }, (_, i) =>
                `${i}b Simpan salinan paspor dan perjanjian kerja Anda di rumah bersama keluarga yang ditinggalkan di kampung halaman`.slice(
                  0,
                  120,
                ),
              ),
              callToAction: 'Hubungi dinas terdekat untuk bertanya sebelum berangkat ke luar negeri ya',
            }
          : examplePoster(designCalled(key))
  const own = kind === 'bare' ? { ...strip, slots: {} } : strip
  const cells = []
  for (const format of formats) {
    const sheet = laidOut(poster as any, own, format)
    console.log(key, format, JSON.stringify(sheet.noted('fit')))
    cells.push(
      await sharp(Buffer.from(sheet.svg()), { density: format === 'banner' ? 12 : 72, unlimited: true })
        .resize({ height: format === 'banner' ? 420 : H })
        .png()
        .toBuffer({ resolveWithObject: true }),
    )
  }
  const width = cells.reduce((s, c) => s + c.info.width + 16, 16)
  let x = 16
  rows.push(
    await sharp({ create: { width, height: H + 16, channels: 3, background: '#888' } })
      .composite(
        cells.map(c => {
          const at = { input: c.data, left: x, top: 8 }
          x += c.info.width + 16
          return at
        }),
      )
      .png()
      .toBuffer(),
  )
}
const metas = await Promise.all(rows.map(r => sharp(r).metadata()))
await sharp({
  create: {
    width: Math.max(...metas.map(m => m.width!)),
    height: rows.length * (H + 16),
    channels: 3,
    background: '#888',
  },
})
  .composite(rows.map((input, i) => ({ input, left: 0, top: i * (H + 16) })))
  .png()
  .toFile(out!)
