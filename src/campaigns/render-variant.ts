import { type Typeset, typeset } from '../platform/documents/typeset.ts'
import { qrCode } from '../platform/images/qr.ts'
import { rasterise } from '../platform/images/raster.ts'
import { type PreparedArtwork, preparedArtwork } from './artwork.ts'
import { type Design, sharedSlots, sheetWords } from './designs/design.ts'
import type { SlotValues } from './designs/slot.ts'
import { type Format, imageSizes, isImage, mostBytes } from './format.ts'
import { radioScripts } from './radio/script.ts'
import { type Poster, type Strip, variantKey } from './variant.ts'

export interface RenderedVariant {
  bytes: Uint8Array
  type: 'image/png' | 'image/jpeg' | 'application/pdf'
}

/**
 * Draws one office's variant of a poster: a picture, or a page as tagged PDF (PDF/UA-1).
 * @throws Error when a picture cannot be read or the design is broken.
 */
export const renderVariant = async (
  poster: Poster,
  strip: Strip,
  format: Format,
): Promise<RenderedVariant> => {
  const sheet = laidOut(poster, strip, format, await preparedArtwork(poster.artwork, format))
  if (!isImage(format)) return { bytes: sheet.pdf({ standard: 'ua-1' }), type: 'application/pdf' }
  const kind = poster.artwork ? 'jpeg' : 'png'
  const size = imageSizes[format]
  const bytes = await rasterise(sheet.svg(), { ...size, format: kind, maxBytes: mostBytes(format) })
  return { bytes, type: `image/${kind}` }
}

/** The key under which `renderVariant` of the same arguments may be kept. */
export const keyOfVariant = variantKey

/** One variant laid out, to be drawn or to be asked what did not fit. */
export const laidOut = (poster: Poster, strip: Strip, format: Format, artwork?: PreparedArtwork): Typeset => {
  const { logo, linkTarget, ...words } = strip
  const { design, artwork: _, radio: __, ...message } = poster
  return typeset({
    ...drawingOf(design, format),
    data: {
      ...message,
      ...words,
      slots: printed(poster, strip.slots),
      format,
      labels: wordsOf(poster),
      artwork: artwork?.placement ?? null,
      code: qrCode(linkTarget),
      ...(format === 'radio' && { scripts: radioScripts(poster, strip) }),
    },
    files: { ...(logo && { logo }), ...(artwork && { artwork: artwork.bytes }) },
  })
}

const drawingOf = (design: Design, format: Format) =>
  format === 'talk' || format === 'radio'
    ? { template: `src/campaigns/designs/shared/${format}.typ` }
    : { template: `design ${design.key}`, drawing: design.drawing }

/** Slots as they are printed: a figure with what it counts, and its date in words. */
const printed = ({ design, language }: Poster, values: SlotValues) =>
  Object.fromEntries(
    [...design.slots, ...sharedSlots].flatMap(({ name, printed: counts }) => {
      const value = values[name]
      if (!value) return []
      const dated = value.asOf && inWords(language, value.asOf)
      return [[name, { ...value, printed: counts?.[language] ?? counts?.id ?? '', dated: dated ?? '' }]]
    }),
  )

const inWords = (language: string, date: string) =>
  Temporal.PlainDate.from(date).toLocaleString(language === 'en' ? 'en-GB' : 'id-ID', { dateStyle: 'long' })

const wordsOf = ({ design, language }: Poster) => ({
  ...sheetWords(language),
  ...(design.words[language] ?? design.words.id),
})
