import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Format, formats, type ImageFormat, imageSizes, mostBytes } from './format.ts'
import { codeIn, coloursRightOf, overprinted, read } from './read-variant.samples.ts'
import {
  arabicPoster,
  designCalled,
  grainyPhoto,
  strip,
  wordDesigns,
  wordPoster,
} from './render-variant.samples.ts'
import { keyOfVariant, renderVariant } from './render-variant.ts'
import type { Poster } from './variant.ts'

const imageFormats = Object.keys(imageSizes) as ImageFormat[]
const keys = wordDesigns.map(({ key }) => key)
const drawings = keys.flatMap(design => imageFormats.map(format => ({ design, format })))

describe('a picture', () => {
  it.each(drawings)(
    'of $design as $format has its size, stays light and carries a code that leads to the link',
    async ({ design, format }) => {
      const { bytes, type } = await timed(wordPoster(design), format)
      expect(type).toBe('image/png')
      expect(await sharp(bytes).metadata()).toMatchObject(imageSizes[format])
      expect(bytes.length).toBeLessThanOrEqual(mostBytes(format))
      expect(await codeIn(bytes)).toBe(strip.linkTarget)
    },
  )

  it.each(['top', 'bottom'] as const)('of finished artwork leaves the strip at the %s free', async edge => {
    const artwork = { bytes: await grainyPhoto(), fit: 'cover', background: '#06434a', strip: edge } as const
    const poster: Poster = { ...wordPoster('ombak'), design: designCalled('artwork'), artwork }
    for (const format of imageFormats) {
      const { bytes, type } = await timed(poster, format)
      expect(type).toBe('image/jpeg')
      expect(await codeIn(bytes)).toBe(strip.linkTarget)
    }
  })
})

// Points of a PDF: 72 to an inch. A banner has its bleed and the slug with the marks around it.
const pages = {
  a4: [595, 842],
  a3: [842, 1191],
  banner: [8787, 3118],
  talk: [595, 842],
  radio: [595, 842],
} as const
const printed = keys.flatMap(design =>
  (['a4', 'a3', 'banner', 'talk', 'radio'] as const).map(format => ({ design, format })),
)

describe('a printed page', () => {
  it.each(printed)(
    'of $design as $format has its size and exactly the words that were given',
    async ({ design, format }) => {
      const poster = wordPoster(design)
      const { bytes } = await timed(poster, format)
      const page = await read(bytes)
      expect([page.count, page.width, page.height]).toEqual([1, ...pages[format]])
      // A banner is read from across the road: the sentence and what to do, no list.
      const points = format === 'banner' ? [] : poster.points
      for (const words of [poster.headline, ...points, poster.callToAction, strip.office])
        expect(page.text).toContain(words)
    },
  )

  it('says on a banner how it is to be cut', async () => {
    const { bytes } = await renderVariant(wordPoster('ombak'), strip, 'banner')
    expect((await read(bytes)).text).toContain('3000 × 1000 mm, skala 1:1, lebihan potong 10 mm')
  })

  it.each(keys)('of %s prints markup as it was typed and runs none of it', async design => {
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
  it.each(drawings.filter(({ format }) => format === 'square' || format === 'landscape'))(
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
  const longest = (key: string): Poster => {
    const { limits } = designCalled(key)
    return {
      ...wordPoster(key),
      headline: filled('Pastikan perjanjian kerja ', limits.headline),
      points: Array.from({ length: limits.points }, (_, index) =>
        filled(`${index + 1}b Simpan salinan paspor `, limits.point),
      ),
      callToAction: filled('Hubungi dinas terdekat ', limits.callToAction),
    }
  }

  it.each(keys)('of %s stand whole inside the page', async design => {
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

  it.each(drawings.filter(({ format }) => format === 'story' || format === 'whatsapp'))(
    'of $design as $format stay light and leave the code readable',
    async ({ design, format }) => {
      const { bytes } = await timed(longest(design), format)
      expect(bytes.length).toBeLessThanOrEqual(mostBytes(format))
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
  const cases = headlines.flatMap(headline =>
    (['square', 'portrait', 'story'] as const).map(format => ({ headline, format })),
  )

  it.each(cases)('of $format stays empty beside "$headline"', async ({ headline, format }) => {
    for (const points of [[], wordPoster('peringatan').points]) {
      const { bytes } = await renderVariant({ ...wordPoster('peringatan'), headline, points }, strip, format)
      expect(await coloursRightOf(1048, bytes)).toBeLessThanOrEqual(flatColours)
    }
  })

  // Flat areas only: letters that run over would add the shades of their edges.
  const flatColours = 4
})

describe('Arabic', () => {
  it.each(keys)('of %s is set from right to left and can be copied out of the page', async design => {
    const poster = arabicPoster(design)
    const { text } = await read((await renderVariant(poster, strip, 'a3')).bytes)
    // Readers put a space between letters that do not join; the letters and their order are what was written.
    const letters = text.replaceAll(' ', '')
    for (const words of [poster.headline, poster.callToAction])
      for (const word of words.split(' ')) expect(letters).toContain(word)
  })

  it('begins at the right edge', async () => {
    const { boxes } = await read((await renderVariant(arabicPoster('daftar'), strip, 'a3')).bytes)
    const message = boxes.filter(([, bottom]) => bottom > 400)
    expect(Math.max(...message.map(([, , right]) => right))).toBeGreaterThan(842 * 0.88)
    expect(Math.min(...message.map(([left]) => left))).toBeGreaterThan(842 * 0.2)
  })
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
    `${poster.design.key} ${format}: ${Math.round((user + system) / 1000)} ms CPU, ${Math.round(drawn.bytes.length / 1000)} kB`,
  )
  return drawn
}

const filled = (phrase: string, length: number) => `${phrase.repeat(10).slice(0, length - 2)}zz`
