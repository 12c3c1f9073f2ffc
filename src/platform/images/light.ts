import sharp from 'sharp'

/** Width and quality, the best first. */
const steps = [
  [480, 60],
  [480, 40],
  [400, 35],
  [320, 30],
  [240, 25],
  [160, 20],
] as const

/** An accepted picture as a WebP of at most so many bytes, as good as that allows; the smallest step is taken as it is. */
export const lightPicture = async (bytes: Uint8Array, maxBytes: number): Promise<Buffer> => {
  let drawn = Buffer.alloc(0)
  for (const [width, quality] of steps) {
    drawn = await sharp(bytes)
      .resize({ width, withoutEnlargement: true })
      .webp({ quality, effort: 6 })
      .toBuffer()
    if (drawn.length <= maxBytes) break
  }
  return drawn
}
