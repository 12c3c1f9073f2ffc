import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { canvas, drawing, pngOf } from './intake.samples.ts'
import { acceptImage, type Terms, thumbnail } from './intake.ts'

const terms: Terms = { maxBytes: 20_000_000, allow: ['png', 'jpeg', 'webp', 'svg'] }

const files = {
  png: await canvas().png().toBuffer(),
  jpeg: await canvas().jpeg().toBuffer(),
  webp: await canvas().webp().toBuffer(),
}

const accepted = async (bytes: Uint8Array, own: Partial<Terms> = {}) => {
  const intake = await acceptImage(bytes, { ...terms, ...own })
  if (!intake.ok) throw new Error(`refused: ${intake.reason}`)
  return intake.image
}

test.each(['png', 'jpeg', 'webp'] as const)('a %s keeps its type and size', async type => {
  const image = await accepted(files[type])
  expect(image).toMatchObject({ type, width: 60, height: 40 })
  expect((await fileTypeFromBuffer(image.bytes))?.mime).toBe(`image/${type}`)
})

test('a picture is brought to the wished type and side, never up', async () => {
  expect(await accepted(files.png, { to: { type: 'jpeg', maxSide: 30 } })).toMatchObject({
    type: 'jpeg',
    width: 30,
    height: 20,
  })
  expect(await accepted(files.png, { to: { maxSide: 3000 } })).toMatchObject({ width: 60, height: 40 })
})

test('place, camera and orientation leave the file, and the picture stands upright', async () => {
  const exif = {
    IFD0: { Make: 'Kamera Rahasia' },
    IFD3: { GPSLatitude: '0/1 53/1 0/1', GPSLatitudeRef: 'S' },
  }
  const photo = await canvas()
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)
    .jpeg()
    .toBuffer()
  expect(photo.includes('Kamera Rahasia')).toBe(true)
  const image = await accepted(photo)
  expect(image).toMatchObject({ width: 40, height: 60 })
  expect(await sharp(image.bytes).metadata()).not.toHaveProperty('exif')
  expect(image.bytes.includes('Kamera Rahasia')).toBe(false)
})

test('a press picture in CMYK becomes sRGB', async () => {
  const press = await canvas().toColourspace('cmyk').jpeg().toBuffer()
  expect((await sharp(press).metadata()).space).toBe('cmyk')
  expect((await sharp((await accepted(press)).bytes).metadata()).space).toBe('srgb')
})

test.each(['png', 'jpeg', 'webp'] as const)('a web page hidden behind a %s is dropped', async type => {
  const polyglot = Buffer.concat([files[type], Buffer.from('<script>alert(1)</script>PK\u0003\u0004')])
  expect((await accepted(polyglot)).bytes.includes('<script>')).toBe(false)
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a text', Buffer.from('halo'), 'wrong-type'],
  ['a web page', Buffer.from('<!doctype html><html><svg></svg></html>'), 'wrong-type'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'wrong-type'],
  ['a GIF', await canvas().gif().toBuffer(), 'wrong-type'],
  ['a TIFF', await canvas().tiff().toBuffer(), 'wrong-type'],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'wrong-type'],
  ['the first bytes of a PNG', files.png.subarray(0, 20), 'broken'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await acceptImage(bytes, terms)).toEqual({ ok: false, reason })
})

test('a type that is not asked for, and one byte too many, are refused', async () => {
  expect(await acceptImage(files.webp, { ...terms, allow: ['png'] })).toEqual({
    ok: false,
    reason: 'wrong-type',
  })
  const maxBytes = files.png.length - 1
  expect(await acceptImage(files.png, { ...terms, maxBytes })).toEqual({ ok: false, reason: 'too-large' })
  expect((await acceptImage(files.png, { ...terms, maxBytes: maxBytes + 1 })).ok).toBe(true)
})

test.each(['png', 'jpeg', 'webp'] as const)('a %s cut in the middle is broken', async type => {
  const noise = Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * index * 7919) >> 5))
  const whole = await sharp(noise, { raw: { width: 200, height: 150, channels: 3 } })
    [type]()
    .toBuffer()
  expect(await acceptImage(whole.subarray(0, whole.length / 2), terms)).toEqual({
    ok: false,
    reason: 'broken',
  })
})

test('a bomb of 200 megapixels is refused by its header, at once', async () => {
  const bomb = pngOf(20_000, 10_000)
  expect(bomb.length).toBeLessThan(100_000)
  const before = performance.now()
  expect(await acceptImage(bomb, terms)).toEqual({ ok: false, reason: 'too-many-pixels' })
  expect(performance.now() - before).toBeLessThan(1000)
})

test('a picture within the pixels but longer than the longest side is refused', async () => {
  const strip = await canvas(400, 40).png().toBuffer()
  expect(await acceptImage(strip, { ...terms, maxSide: 399 })).toEqual({
    ok: false,
    reason: 'too-many-pixels',
  })
  expect(await acceptImage(strip, { ...terms, maxPixels: 15_999 })).toEqual({
    ok: false,
    reason: 'too-many-pixels',
  })
  expect((await acceptImage(strip, { ...terms, maxSide: 400, maxPixels: 16_000 })).ok).toBe(true)
})

test('flipped bytes give a picture or a refusal, never an exception', async () => {
  const sources = [files.png, files.jpeg, files.webp, drawing('<rect width="9" height="9"/>')]
  const outcomes = new Set<string>()
  for (let round = 0; round < 400; round++) {
    const intake = await acceptImage(flipped(sources[round % sources.length]!, round), terms)
    outcomes.add(intake.ok ? 'taken' : intake.reason)
    if (intake.ok) expect((await sharp(intake.image.bytes).metadata()).width).toBe(intake.image.width)
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(['taken', 'broken', 'wrong-type']))
})

test('a thumbnail is as wide as wished and a WebP', async () => {
  const preview = await thumbnail(files.jpeg, 24)
  expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 24, height: 16 })
})

/** One to four bytes changed, at places that depend on the seed only. */
const flipped = (bytes: Buffer, seed: number) => {
  const copy = Buffer.from(bytes)
  for (let step = 0; step <= seed % 4; step++) {
    const at = (Math.imul(seed + 1, 2_654_435_761) + Math.imul(step + 1, 40_503)) >>> 0
    copy[at % copy.length]! ^= 1 << ((seed + step) % 8)
  }
  return copy
}
