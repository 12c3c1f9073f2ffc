import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type ImageFormat, imageSizes } from './format.ts'
import { examplePoster, strip, wordDesigns } from './render-variant.samples.ts'
import { renderVariant } from './render-variant.ts'

/** Promise U4: an image shared by an office names that office, however small or often it was sent on. */
const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
beforeAll(() =>
  prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(reader)).buffer },
    fireImmediately: true,
  }),
)

const codeIn = async (image: Buffer) =>
  (await readBarcodes(new Uint8Array(image), { formats: ['QRCode'], tryHarder: true }))[0]?.text

const cases = wordDesigns.flatMap(design =>
  (Object.keys(imageSizes) as ImageFormat[]).map(format => ({ design, name: design.key, format })),
)

test.each(cases)(
  '$name as $format tells its link at 300 pixels and after WhatsApp',
  async ({ design, format }) => {
    const { bytes } = await renderVariant(examplePoster(design), strip, format)
    const thumbnail = sharp(bytes).resize({ width: 300 })
    const sentOn = (width: number, quality: number) =>
      sharp(bytes).resize({ width }).jpeg({ quality }).toBuffer()
    const seen = [
      await thumbnail.png().toBuffer(),
      await sharp(await sentOn(1080, 60))
        .resize({ width: 800 })
        .jpeg({ quality: 65 })
        .toBuffer(),
      await sharp(await sentOn(800, 65))
        .resize({ width: 300 })
        .jpeg({ quality: 70 })
        .toBuffer(),
    ]
    for (const image of seen) expect(await codeIn(image)).toBe(strip.linkTarget)
  },
)
