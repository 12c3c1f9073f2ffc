import sharp from 'sharp'

/** Bytes: what WhatsApp sends on as it is, and twelve of them make a kit of about a megabyte. */
const most = 90_000

const qualities = [82, 74, 66, 56, 46, 36]

/** A variant light enough to lie on a phone with the others and to be sent over a weak line. */
export const kitPicture = async (variant: Uint8Array): Promise<Buffer> => {
  let drawn = Buffer.alloc(0)
  for (const quality of qualities) {
    drawn = await sharp(variant)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (drawn.length <= most) break
  }
  return drawn
}
