import sharp from 'sharp'
import type { Design } from './designs/design.ts'
import { drawnFormats, type Format } from './format.ts'
import { arabicPoster, examplePoster, strip, wordDesigns } from './render-variant.samples.ts'
import { laidOut } from './render-variant.ts'
import type { Poster } from './variant.ts'

function arabicWithin(design: Design): Poster {
  const poster = arabicPoster(design.key)
  const most = Math.min(design.limits.points, design.example.points.length || 3)
  return { ...poster, points: poster.points.slice(0, most) }
}

/** Every design in every format, with the longest real name of an office: its own words, and Arabic ones. */
export const goldens = wordDesigns.flatMap(design => [
  { name: `${design.key}-id`, poster: examplePoster(design) },
  { name: `${design.key}-ar`, poster: arabicWithin(design) },
])

/** All formats of one poster side by side, small: what is kept, and what is compared. */
export const contactSheet = async (poster: Poster) => {
  const cells = await Promise.all(drawnFormats.map(format => cell(poster, format)))
  const width = cells.reduce((sum, { info }) => sum + info.width, 0)
  const height = Math.max(...cells.map(({ info }) => info.height))
  let left = 0
  const placed = cells.map(({ data, info }) => {
    const at = { input: data, left, top: 0 }
    left += info.width
    return at
  })
  return sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .composite(placed)
    .png()
    .toBuffer()
}

/** Mean difference of two pictures a colour, of 255. */
export const difference = async (one: Buffer, other: Buffer): Promise<number> => {
  const [a, b] = await Promise.all([one, other].map(bytes => sharp(bytes).removeAlpha().raw().toBuffer()))
  if (a!.length !== b!.length) return 255
  let sum = 0
  for (let at = 0; at < a!.length; at++) sum += Math.abs(a![at]! - b![at]!)
  return sum / a!.length
}

// Drawn small at once, at the density that makes it about as wide as a thumbnail.
const cell = async (poster: Poster, format: Format) => {
  const svg = laidOut(poster, strip, format).svg()
  const { width = 1 } = await sharp(Buffer.from(svg), { density: 7.2, unlimited: true }).metadata()
  const density = (7.2 * thumbnail) / width
  return sharp(Buffer.from(svg), { density, unlimited: true })
    .flatten({ background: '#ffffff' })
    .resize({ width: thumbnail })
    .png()
    .toBuffer({ resolveWithObject: true })
}

const thumbnail = 240
