/** Reads QR codes in a thread of its own: a large photograph costs that thread, not the visitors of the house. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import sharp, { type Region } from 'sharp'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
// From the disk: left to itself the library would fetch it from a network.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

export interface CodeOrder {
  id: number
  bytes: Uint8Array
  /** A pattern, in letters of either case: reading ends with the first code that fits. */
  wanted: string
}
export interface CodeAnswer {
  id: number
  texts: string[]
}

interface Look {
  /** Part of the picture; all of it when absent. */
  part?: Region
  /** The longer side is brought to this. */
  side: number
  /** The light of the part is stretched over the whole range. */
  even?: boolean
  sharpened?: boolean
}

/** The texts of all codes that were found until one fitted: the plain looks first, the laborious ones after. */
const readCodes = async (bytes: Uint8Array, wanted: RegExp): Promise<string[]> => {
  const { data, info } = await sharp(bytes)
    .greyscale()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const seen = new Set<string>()
  for (const look of looks(info.width, info.height)) {
    for (const text of await lookAt(data, info, look)) seen.add(text)
    if ([...seen].some(text => wanted.test(text))) break
  }
  return [...seen]
}

function* looks(width: number, height: number): Generator<Look> {
  const side = Math.max(width, height)
  yield { side }
  yield { side, even: true }
  if (side < 1400) {
    yield { side: side * 2, sharpened: true }
    if (side < 700) yield { side: side * 3, even: true, sharpened: true }
    return
  }
  yield { side: side / 2, even: true }
  // A small code is drawn larger, part by part; the parts overlap, so that none is cut.
  for (const part of parts(width, height)) yield { part, side: 1500, even: true, sharpened: true }
}

const parts = (width: number, height: number): Region[] => {
  const [w, h] = [Math.ceil(width / 2.2), Math.ceil(height / 2.2)]
  const steps = [0, 1, 2]
  return steps.flatMap(row =>
    steps.map(column => ({
      left: Math.floor(((width - w) * column) / 2),
      top: Math.floor(((height - h) * row) / 2),
      width: w,
      height: h,
    })),
  )
}

const lookAt = async (data: Buffer, raw: { width: number; height: number }, look: Look) => {
  const { width, height } = look.part ?? raw
  const scale = look.side / Math.max(width, height)
  let picture = sharp(data, { raw: { width: raw.width, height: raw.height, channels: 1 } })
  if (look.part) picture = picture.extract(look.part)
  if (scale !== 1)
    picture = picture.resize({ width: Math.max(Math.round(width * scale), 1), kernel: 'cubic' })
  if (look.even) picture = picture.normalise()
  if (look.sharpened) picture = picture.sharpen({ sigma: 2, m2: 6 })
  const drawn = await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = new Uint8ClampedArray(drawn.data)
  const found = await readBarcodes({ data: pixels, ...sizeOf(drawn.info) } as ImageData, options)
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

// Our codes are dark on light, so the looks for the opposite are saved.
const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: false,
  maxNumberOfSymbols: 8,
}

const sizeOf = ({ width, height }: { width: number; height: number }) => ({
  width,
  height,
  colorSpace: 'srgb',
})

parentPort!.on('message', async ({ id, bytes, wanted }: CodeOrder) => {
  const texts = await readCodes(bytes, new RegExp(wanted, 'i')).catch((): string[] => [])
  parentPort!.postMessage({ id, texts } satisfies CodeAnswer)
})
