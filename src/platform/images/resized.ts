import sharp from 'sharp'

/** A picture for a screen of this width, in the lightest format that every present browser shows. */
export const resized = (bytes: Uint8Array, width: number): Promise<Buffer> =>
  sharp(bytes).resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer()
