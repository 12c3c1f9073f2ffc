import sharp from 'sharp'
import type { Artwork, Format } from './variant.ts'

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
  const key = `${format} ${background}`
  const bytes = perFormat.get(key) ?? scaled(artwork, longestEdge[format])
  perFormat.set(key, bytes)
  return { bytes: await bytes, placement: { fit, background, strip } }
}

// Weak: forgotten together with the upload it was made from.
const prepared = new WeakMap<Uint8Array, Map<string, Promise<Uint8Array>>>()

/** Pixels. The A3 page is printed at 200 dots an inch over its 420 mm. */
const longestEdge = { square: 1080, portrait: 1350, story: 1920, a3: 3307 } as const satisfies Record<Format, number>

const scaled = ({ bytes, background }: Artwork, edge: number) =>
  sharp(bytes)
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background })
    .toColourspace('srgb')
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer()
