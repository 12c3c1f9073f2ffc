import sharp from 'sharp'
import type { ImageFormat } from '../format.ts'
import { strip, wordPoster } from '../render-variant.samples.ts'
import { renderVariant } from '../render-variant.ts'

/** A variant as an office gets it, with the longest name of the province on it. */
export const variant = async (format: ImageFormat, design = 'ombak', linkTarget = strip.linkTarget) =>
  (await renderVariant(wordPoster(design), { ...strip, linkTarget }, format)).bytes

/** What an office sends in as proof, nine ways. */
export const scenes = {
  'a thumbnail of 300 pixels, square': async () => thumbnail(await variant('square')),
  'a thumbnail of 300 pixels, portrait': async () => thumbnail(await variant('portrait', 'peringatan')),
  'sent through WhatsApp at 1080 pixels': async () => recompressed(await variant('square', 'daftar'), 1080),
  'sent through WhatsApp at 800 pixels': async () => recompressed(await variant('story'), 800),
  'a wall, the poster a fifth of the width': async () => onWall(await variant('portrait'), { share: 0.2 }),
  'a wall, the poster a fifth of the area, rotated': async () =>
    onWall(await variant('portrait', 'daftar'), { share: 0.4, turn: 17 }),
  'a wall, seen from the side and blurred': async () =>
    onWall(await variant('portrait'), { share: 0.3, turn: -6, blur: 2.4 }),
  'a wall in the dark': async () =>
    onWall(await variant('portrait', 'peringatan'), { share: 0.3, light: 0.16 }),
  'a wall, far, rotated, blurred and dark': async () =>
    onWall(await variant('portrait', 'daftar'), { share: 0.26, turn: 11, blur: 1.4, light: 0.3 }),
}

const thumbnail = (bytes: Uint8Array) => sharp(bytes).resize({ width: 300 }).jpeg({ quality: 75 }).toBuffer()

/** Twice, as a picture that is passed on is: once to a group, once from it. */
const recompressed = async (bytes: Uint8Array, width: number) => {
  const once = await sharp(bytes).resize({ width }).jpeg({ quality: 60 }).toBuffer()
  return sharp(once).jpeg({ quality: 60 }).toBuffer()
}

interface Scene {
  /** Of the frame's width. */
  share: number
  /** Degrees. */
  turn?: number
  /** Sigma in pixels of the frame. */
  blur?: number
  /** What is left of the light. */
  light?: number
}

/** A photograph of a village hall's wall as the house keeps it: 2400 pixels, uneven light, grain, compressed. */
export const onWall = async (poster: Uint8Array, { share, turn = 0, blur = 0.6, light = 1 }: Scene) => {
  const [width, height] = [2400, 1800]
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const flat = await sharp(poster)
    .resize({ width: Math.round(width * share) })
    .ensureAlpha()
    .png()
    .toBuffer()
  // A hand never holds the phone quite straight.
  const slanted = await sharp(flat).affine([1, 0.05, 0.02, 0.97], { background: clear }).png().toBuffer()
  const turned = await sharp(slanted).rotate(turn, { background: clear }).png().toBuffer()
  const hung = await sharp(await wall(width, height))
    .composite([{ input: turned, left: Math.round(width * 0.53), top: Math.round(height * 0.17) }])
    .png()
    .toBuffer()
  const lit = await sharp(hung)
    .composite([{ input: shadow(width, height), blend: 'multiply' }])
    .png()
    .toBuffer()
  return sharp(lit)
    .blur(blur)
    .linear(light, 6)
    .composite([{ input: await grain(width, height), blend: 'soft-light' }])
    .jpeg({ quality: 80 })
    .toBuffer()
}

const wall = (width: number, height: number) => {
  const planks = Array.from(
    { length: 12 },
    (_, place) =>
      `<rect x="${place * 200}" width="196" height="${height}" fill="hsl(${32 + (place % 3) * 4} 30% ${62 + (place % 4) * 3}%)"/>`,
  )
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#6b5136"/>${planks.join('')}
    <rect x="180" y="260" width="620" height="900" fill="#dfe6e4"/><rect x="230" y="330" width="500" height="60" fill="#35424d"/>
    <g fill="#4b5a66">${Array.from({ length: 14 }, (_, line) => `<rect x="230" y="${450 + line * 46}" width="${300 + ((line * 97) % 220)}" height="14"/>`).join('')}</g></svg>`,
  )
}

const shadow = (width: number, height: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="s" x2="1" y2="0.6"><stop offset="0" stop-color="#fff"/><stop offset="0.62" stop-color="#d8d2c8"/><stop offset="1" stop-color="#8a8278"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/></svg>`,
  )

const grain = async (width: number, height: number) => {
  const noise = { type: 'gaussian', mean: 128, sigma: 16 } as const
  return sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer()
}
