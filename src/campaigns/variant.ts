import { createHash } from 'node:crypto'
import type { Design } from './designs/design.ts'
import type { SlotValues } from './designs/slot.ts'
import type { Format } from './format.ts'

/** What every design promises to fit, in characters; one design may promise less. */
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
  design: Design
  headline: string
  points: string[]
  callToAction: string
  /** A code of ISO 639; Arabic is set from right to left. */
  language: string
  artwork?: Artwork
  /** What is read on the radio in 30 and in 60 seconds; made of the words above when it is empty. */
  radio?: RadioTexts
}

export interface RadioTexts {
  thirty: string
  sixty: string
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
  /** What the office filled in, of the slots that the sheet has. */
  slots: SlotValues
}

/**
 * The name under which one rendered variant is kept: equal for equal content, so nothing is drawn twice.
 * A changed logo changes only its own office's keys.
 */
export const variantKey = ({ design, artwork, ...words }: Poster, strip: Strip, format: Format) =>
  sha256(
    JSON.stringify([
      design.source,
      format,
      plain(words),
      plain({ ...strip }),
      artwork && plain({ ...artwork }),
    ]),
  )

const plain = (record: object) =>
  Object.entries(record)
    .map(([name, value]) => [name, value instanceof Uint8Array ? sha256(value) : value])
    .sort(([a], [b]) => String(a).localeCompare(String(b)))

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
