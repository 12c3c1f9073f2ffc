import sharp from 'sharp'
import { type Format, imageSizes } from './format.ts'
import type { Artwork } from './variant.ts'

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

/** Pages are printed at 200 dots an inch; a banner is seen from metres away, at 40. */
const pixels = {
  ...imageSizes,
  a4: { width: 1654, height: 2339 },
  a3: { width: 2339, height: 3307 },
  banner: { width: 4756, height: 1606 },
  talk: { width: 827, height: 827 },
  radio: { width: 827, height: 827 },
} as const

const scaled = ({ bytes, background, fit }: Artwork, size: { width: number; height: number }) =>
  sharp(bytes)
    .autoOrient()
    .resize({ ...size, fit: fit === 'cover' ? 'outside' : 'inside', withoutEnlargement: true })
    .flatten({ background })
    .toColourspace('srgb')
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer()
