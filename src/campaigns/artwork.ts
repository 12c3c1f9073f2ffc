import sharp from 'sharp'
import { type Artwork, type Format, imageSizes } from './variant.ts'

export interface PreparedArtwork {
  /** JPEG, upright, sRGB, no larger than it will be seen. */
  bytes: Uint8Array
  placement: Pick<Artwork, 'fit' | 'background' | 'strip'>
}

/** Artwork made ready for one format; the thirteen offices of a kit share the work. */
export const preparedArtwork = async (artwork: Artwork | undefined, format: Format) => {
  if (!artwork) return undefined
  const { fit, background, strip } = artwork
  const perFormat = prepared.get(artwork.bytes) ?? new Map<string, Promise<Uint8Array>>()
  prepared.set(artwork.bytes, perFormat)
  const key = `${format} ${fit} ${background}`
  const bytes = perFormat.get(key) ?? scaled(artwork, pixels[format])
  perFormat.set(key, bytes)
  return { bytes: await bytes, placement: { fit, background, strip } }
}

// Weak: forgotten together with the upload it was made from.
const prepared = new WeakMap<Uint8Array, Map<string, Promise<Uint8Array>>>()

/** The A3 page is printed at 200 dots an inch over its 297 x 420 mm. */
const pixels = { ...imageSizes, a3: { width: 2339, height: 3307 } } as const

const scaled = ({ bytes, background, fit }: Artwork, size: { width: number; height: number }) =>
  sharp(bytes)
    .autoOrient()
    .resize({ ...size, fit: fit === 'cover' ? 'outside' : 'inside', withoutEnlargement: true })
    .flatten({ background })
    .toColourspace('srgb')
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer()
