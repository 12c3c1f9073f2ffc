import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { codeIn, coloursRightOf, overprinted, read } from './read-variant.samples.ts'
import { grainyPhoto, strip, wordPoster } from './render-variant.samples.ts'
import { keyOfVariant, renderVariant } from './render-variant.ts'
import {
  type Format,
  formats,
  type ImageFormat,
  imageSizes,
  type Poster,
  posterLimits,
  wordDesigns,
} from './variant.ts'

const imageFormats = Object.keys(imageSizes) as ImageFormat[]
const drawings = wordDesigns.flatMap(design => imageFormats.map(format => ({ design, format })))

describe('a picture', () => {
  it.each(drawings)(
    'of $design as $format has its size, stays light and carries a code that leads to the link',
    async ({ design, format }) => {
      const { bytes, type } = await timed(wordPoster(design), format)
      expect(type).toBe('image/png')
      expect(await sharp(bytes).metadata()).toMatchObject(imageSizes[format])
      expect(bytes.length).toBeLessThanOrEqual(200_000)
      expect(await codeIn(bytes)).toBe(strip.linkTarget)
    },
  )

  it('keeps its code readable in a thumbnail of 300 pixels', async () => {
    const { bytes } = await renderVariant(wordPoster('ombak'), strip, 'square')
    expect(await codeIn(await sharp(bytes).resize({ width: 300 }).toBuffer())).toBe(strip.linkTarget)
  })

  it.each(['top', 'bottom'] as const)('of finished artwork leaves the strip at the %s free', async edge => {
    const artwork = { bytes: await grainyPhoto(), fit: 'cover', background: '#06434a', strip: edge } as const
    const poster: Poster = { ...wordPoster('ombak'), design: 'artwork', artwork }
    for (const format of imageFormats) {
      const { bytes, type } = await timed(poster, format)
      expect(type).toBe('image/jpeg')
      expect(await codeIn(bytes)).toBe(strip.linkTarget)
    }
  })
})

describe('the A3 page', () => {
  it.each(wordDesigns)('of %s is one A3 page with exactly the words that were given', async design => {
    const poster = wordPoster(design)
    const { bytes } = await timed(poster, 'a3')
    const page = await read(bytes)
    expect([page.count, page.width, page.height]).toEqual([1, 842, 1191])
    for (const words of [poster.headline, ...poster.points, poster.callToAction, strip.office])
      expect(page.text).toContain(words)
  })

  it.each(wordDesigns)('of %s prints markup as it was typed and runs none of it', async design => {
    const hostile = '#panic("x") $a$ @b *c* \\ <d>'
    const poster: Poster = {
      ...wordPoster(design),
      headline: hostile,
      points: [hostile],
      callToAction: hostile,
    }
    const { bytes } = await renderVariant(poster, { ...strip, office: hostile }, 'a3')
    expect((await read(bytes)).text.split(hostile).length - 1).toBeGreaterThanOrEqual(4)
  })
})

describe('a bare sentence', () => {
  it.each(drawings)(
    'of $design as $format needs no points, call to action, contact or logo',
    async ({ design, format }) => {
      const { contact: _, ...anonymous } = strip
      const { bytes } = await renderVariant(
        { ...wordPoster(design), points: [], callToAction: '' },
        anonymous,
        format,
      )
      expect(await codeIn(bytes)).toBe(strip.linkTarget)
    },
  )
})

describe('the longest texts', () => {
  const longest = (design: (typeof wordDesigns)[number]): Poster => ({
    ...wordPoster(design),
    headline: filled('Pastikan perjanjian kerja ', posterLimits.headline),
    points: Array.from({ length: posterLimits.points }, (_, index) =>
      filled(`${index + 1}b Simpan salinan paspor `, posterLimits.point),
    ),
    callToAction: filled('Hubungi dinas terdekat ', posterLimits.callToAction),
  })

  it.each(wordDesigns)('of %s stand whole inside the page', async design => {
    const poster = longest(design)
    const page = await read((await timed(poster, 'a3')).bytes)
    for (const words of [poster.headline, ...poster.points, poster.callToAction, strip.office])
      expect(page.text).toContain(words)
    expect(page.count).toBe(1)
    expect(overprinted(page.boxes)).toEqual([])
    for (const [left, bottom, right, top] of page.boxes) {
      expect(Math.min(left, bottom)).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(page.width)
      expect(top).toBeLessThanOrEqual(page.height)
    }
  })

  it.each(drawings)(
    'of $design as $format stay light and leave the code readable',
    async ({ design, format }) => {
      const { bytes } = await timed(longest(design), format)
      expect(bytes.length).toBeLessThanOrEqual(200_000)
      expect(await codeIn(bytes)).toBe(strip.linkTarget)
    },
  )
})

describe('the right edge of the page', () => {
  const headlines = [
    'Jangan serahkan paspor',
    'Gaji besar, tanpa dokumen?',
    'Ketenagakerjaan',
    'Paspor Anda bukan jaminan utang',
  ]
  const cases = headlines.flatMap(headline => imageFormats.map(format => ({ headline, format })))

  it.each(cases)('of $format stays empty beside "$headline"', async ({ headline, format }) => {
    for (const points of [[], wordPoster('peringatan').points]) {
      const { bytes } = await renderVariant({ ...wordPoster('peringatan'), headline, points }, strip, format)
      expect(await coloursRightOf(1048, bytes)).toBeLessThanOrEqual(flatColours)
    }
  })

  // Flat areas only: letters that run over would add the shades of their edges.
  const flatColours = 4
})

describe('the key of a variant', () => {
  it('is equal for equal content', () => {
    expect(keyOfVariant(wordPoster('ombak'), { ...strip }, 'story')).toBe(
      keyOfVariant(wordPoster('ombak'), { ...strip }, 'story'),
    )
  })

  it('differs by format, design, words and logo', async () => {
    const other = { ...strip, logo: await grainyPhoto() }
    const keys = [
      ...formats.map(format => keyOfVariant(wordPoster('ombak'), strip, format)),
      keyOfVariant(wordPoster('daftar'), strip, 'square'),
      keyOfVariant({ ...wordPoster('ombak'), headline: 'Lain' }, strip, 'square'),
      keyOfVariant(wordPoster('ombak'), other, 'square'),
      keyOfVariant(wordPoster('ombak'), { ...other, logo: other.logo.subarray(1) }, 'square'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

const timed = async (poster: Poster, format: Format) => {
  const start = process.cpuUsage()
  const drawn = await renderVariant(poster, strip, format)
  const { user, system } = process.cpuUsage(start)
  console.info(
    `${poster.design} ${format}: ${Math.round((user + system) / 1000)} ms CPU, ${Math.round(drawn.bytes.length / 1000)} kB`,
  )
  return drawn
}

const filled = (phrase: string, length: number) => `${phrase.repeat(10).slice(0, length - 2)}zz`
