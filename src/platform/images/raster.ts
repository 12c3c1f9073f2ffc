import sharp, { type Sharp } from 'sharp'

export interface Raster {
  /** Pixels. The SVG is drawn at 1 unit = 1 pixel, or as many as `scale` says, and must have this size. */
  width: number
  height: number
  /** `png` for flat colour and text, `jpeg` where a photograph is part of the picture. */
  format: 'png' | 'jpeg'
  /** Bytes the file should stay under: a JPEG gives up quality, a PNG takes a palette; the last try is returned. */
  maxBytes?: number
  scale?: number
}

/**
 * Draws an SVG into a picture without transparency.
 * @throws Error when the SVG is not drawable or has another size than asked for.
 */
export const rasterise = async (
  svg: string,
  { width, height, format, maxBytes = Infinity, scale = 1 }: Raster,
) => {
  const { data, info } = await drawn(svg, scale)
  if (info.width !== width || info.height !== height) {
    throw new Error(`The drawing is ${info.width}x${info.height}, not ${width}x${height}`)
  }
  const pixels = () => sharp(data, { raw: { width, height, channels: 3 } })
  return format === 'png' ? pngWithin(pixels, maxBytes) : jpegWithin(pixels, maxBytes)
}

// 72 dots an inch makes a typographic point one pixel. Of a page in points both its size and its drawing grow with the dots: the root.
const drawn = (svg: string, scale: number) =>
  sharp(Buffer.from(svg), { density: 72 * Math.sqrt(scale) })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })

// Measured for a poster: 15 ms, and 50 ms for half the bytes; only the wordiest need the second.
const pngWithin = async (pixels: () => Sharp, maxBytes: number) => {
  const bytes = await pixels().png({ compressionLevel: 6 }).toBuffer()
  return bytes.length <= maxBytes ? bytes : pixels().png({ palette: true, effort: 1, dither: 0 }).toBuffer()
}

const jpegWithin = async (
  pixels: () => Sharp,
  maxBytes: number,
  qualities = [86, 76, 66, 54, 42],
): Promise<Buffer> => {
  const [quality = 42, ...lower] = qualities
  // Full colour resolution: halving it frays coloured letters.
  const bytes = await pixels().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  return bytes.length <= maxBytes || lower.length === 0 ? bytes : jpegWithin(pixels, maxBytes, lower)
}
