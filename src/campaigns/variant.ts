import { createHash } from 'node:crypto'

export const formats = ['square', 'portrait', 'story', 'a3'] as const
export type Format = (typeof formats)[number]
export type ImageFormat = Exclude<Format, 'a3'>

/** Pixels of the formats that are pictures; a3 is a PDF page of 297 x 420 mm. */
export const imageSizes = {
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
} as const satisfies Record<ImageFormat, { width: number; height: number }>

/** Designs that set words; `artwork` shows a finished picture instead. */
export const wordDesigns = ['ombak', 'daftar', 'peringatan'] as const
export type DesignName = (typeof wordDesigns)[number] | 'artwork'

/** What the designs promise to fit, in characters. */
export const posterLimits = { headline: 90, points: 5, point: 120, callToAction: 80 } as const

export interface Artwork {
  /** PNG, JPEG or WebP as uploaded and cleaned. */
  bytes: Uint8Array
  /** `cover` fills the area and may crop; `contain` shows all of it on the background. */
  fit: 'cover' | 'contain'
  /** `#rrggbb` around the picture. */
  background: string
  /** Where the office strip stands. */
  strip: 'top' | 'bottom'
}

export interface Poster {
  design: DesignName
  headline: string
  points: string[]
  callToAction: string
  language: 'id' | 'en'
  artwork?: Artwork
}

export interface Strip {
  office: string
  /** Only a verified contact; left out when there is none. */
  contact?: string
  /** PNG of any proportion, with or without transparency. */
  logo?: Uint8Array
  /** What a person can type. */
  linkText: string
  /** What the code holds: the upper-case URL. */
  linkTarget: string
  /** The office that made the material. */
  credit: string
  labels: StripLabels
}

/** Fixed words on a poster, in its language. */
export interface StripLabels {
  scan: string
  link: string
  credit: string
}

/**
 * The name under which one rendered variant is kept: equal for equal content, so nothing is drawn twice.
 * A changed logo changes only its own office's keys.
 * @param source Digest of what draws it: the design files.
 */
export const variantKey = (source: string, poster: Poster, strip: Strip, format: Format) =>
  sha256(
    JSON.stringify([
      source,
      format,
      plain({ ...poster }),
      plain({ ...strip }),
      poster.artwork && plain({ ...poster.artwork }),
    ]),
  )

const plain = (record: object) =>
  Object.entries(record)
    .filter(([name]) => name !== 'artwork')
    .map(([name, value]) => [name, value instanceof Uint8Array ? sha256(value) : value])
    .sort(([a], [b]) => String(a).localeCompare(String(b)))

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
