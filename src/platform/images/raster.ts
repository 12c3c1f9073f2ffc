import sharp, { type Sharp } from 'sharp'
import { withFlatGlyphs } from './flat-glyphs.ts'

export interface Raster {
  /** Pixels. The SVG is drawn at 1 unit = 1 pixel and must have this size. */
  width: number
  height: number
  /** `png` for flat colour and text, `jpeg` where a photograph is part of the picture. */
  format: 'png' | 'jpeg'
  /** Bytes the file should stay under: a JPEG gives up quality, a PNG takes a palette; the last try is returned. */
  maxBytes?: number
}

/**
 * Draws an SVG into a picture without transparency.
 * @throws Error when the SVG is not drawable or has another size than asked for.
 */
export const rasterise = async (svg: string, { width, height, format, maxBytes = Infinity }: Raster) => {
  // 72 dots an inch makes a typographic point one pixel.
  const drawing = sharp(Buffer.from(withFlatGlyphs(svg)), { density: 72 }).removeAlpha()
  const { data, info } = await (format === 'png' ? quickPng(drawing) : drawing.raw()).toBuffer({
    resolveWithObject: true,
  })
  if (info.width !== width || info.height !== height) {
    throw new Error(`The drawing is ${info.width}x${info.height}, not ${width}x${height}`)
  }
  if (format === 'jpeg')
    return jpegWithin(() => sharp(data, { raw: { width, height, channels: 3 } }), maxBytes)
  return pngWithin(data, maxBytes)
}

// In one go from the drawing: the pixels are never copied out. Level 3 costs a tenth more bytes and half the time of 6.
const quickPng = (drawing: Sharp) => drawing.png({ compressionLevel: 3 })

// A palette takes 50 ms more for half the bytes; only the wordiest, and what goes by telephone, need it.
const pngWithin = async (png: Buffer, maxBytes: number, palettes = [256, 40, 16]): Promise<Buffer> => {
  const [colours, ...fewer] = palettes
  if (png.length <= maxBytes || colours === undefined) return png
  return pngWithin(
    await sharp(png).png({ palette: true, colours, effort: 1, dither: 0 }).toBuffer(),
    maxBytes,
    fewer,
  )
}

const jpegWithin = async (
  pixels: () => Sharp,
  maxBytes: number,
  qualities = [86, 76, 66, 54, 42, 30],
): Promise<Buffer> => {
  const [quality = 30, ...lower] = qualities
  // Full colour resolution: halving it frays coloured letters.
  const bytes = await pixels().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  return bytes.length <= maxBytes || lower.length === 0 ? bytes : jpegWithin(pixels, maxBytes, lower)
}
