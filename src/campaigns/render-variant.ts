import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Typeset, typeset } from '../platform/documents/typeset.ts'
import { qrCode } from '../platform/images/qr.ts'
import { rasterise } from '../platform/images/raster.ts'
import { root } from '../platform/root.ts'
import { type PreparedArtwork, preparedArtwork } from './artwork.ts'
import { type DesignName, type Format, imageSizes, type Poster, type Strip, variantKey } from './variant.ts'

export interface RenderedVariant {
  bytes: Uint8Array
  type: 'image/png' | 'image/jpeg' | 'application/pdf'
}

/**
 * Draws one office's variant of a poster: a picture, or the A3 page as tagged PDF (PDF/UA-1).
 * @throws Error when a picture cannot be read or the design is broken.
 */
export const renderVariant = async (
  poster: Poster,
  strip: Strip,
  format: Format,
): Promise<RenderedVariant> => {
  const sheet = laidOut(poster, strip, format, await preparedArtwork(poster.artwork, format))
  if (format === 'a3') return { bytes: sheet.pdf({ standard: 'ua-1' }), type: 'application/pdf' }
  const kind = poster.artwork ? 'jpeg' : 'png'
  const bytes = await rasterise(sheet.svg(), { ...imageSizes[format], format: kind, maxBytes: posterBytes })
  return { bytes, type: `image/${kind}` }
}

/** The key under which `renderVariant` of the same arguments may be kept. */
export const keyOfVariant = (poster: Poster, strip: Strip, format: Format) =>
  variantKey(sourceOf(poster.design), poster, strip, format)

/** Promise S6: a poster is a light download for a phone on a weak signal. */
const posterBytes = 200_000

const laidOut = (poster: Poster, strip: Strip, format: Format, artwork?: PreparedArtwork): Typeset => {
  const { logo, linkTarget, ...words } = strip
  return typeset({
    template: pathOf(poster.design),
    data: { ...poster, ...words, format, artwork: artwork?.placement ?? null, code: qrCode(linkTarget) },
    files: { ...(logo && { logo }), ...(artwork && { artwork: artwork.bytes }) },
  })
}

const pathOf = (design: DesignName | (typeof shared)[number]) => `src/campaigns/designs/${design}.typ`

// What every design imports.
const shared = ['page', 'type', 'frame'] as const

const sources = new Map<DesignName, string>()
const sourceOf = (design: DesignName) => {
  const known = sources.get(design) ?? digest([...shared, design].map(pathOf))
  sources.set(design, known)
  return known
}

const digest = (paths: string[]) =>
  paths
    .reduce((hash, path) => hash.update(readFileSync(join(root, path))), createHash('sha256'))
    .digest('hex')
