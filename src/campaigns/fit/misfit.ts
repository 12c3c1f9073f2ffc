import type { Format } from '../format.ts'

/** A text that has no room on one office's sheet, or that cannot be set at all. */
export interface Misfit {
  /** Which text: headline, points, callToAction, office, contact, link, credit, scan, slot.NAME or radio. */
  role: string
  words: string
  why: 'small' | 'glyph' | 'time'
  /** Units of a 1080th of the width for `small`, seconds for `time`. */
  needed?: number
  least?: number
  /** Signs that no face of ours has. */
  signs?: string
}

export interface OfficeMisfit extends Misfit {
  office: string
  /** Without one: on every sheet. */
  format?: Format
}

/** A script that runs over can be read faster or cut on the air; anything else keeps a material from being approved. */
export const blocks = ({ why }: Misfit) => why !== 'time'

/** Sheets whose words stand in different places: WhatsApp's picture is the square one, and an A4 page the A3 one made smaller. */
export const fitFormats = [
  'square',
  'portrait',
  'story',
  'landscape',
  'a3',
  'banner',
  'talk',
  'radio',
] as const satisfies Format[]

/** Where the office's own part stands differently: the strip of all tall sheets, the column of all wide ones, the pages of their own. */
export const officeFormats = ['square', 'landscape', 'talk', 'radio'] as const satisfies Format[]

/** Where an office's words take time and no room. */
export const spokenFormats = ['radio'] as const satisfies Format[]

/** What every office says alike. */
export const messageRoles = ['headline', 'points', 'callToAction']
export const everyOffice = ''

/** The same text of many offices said once: a message that is too long is too long for everybody. */
export interface MisfitLine extends Misfit {
  offices: string[]
  formats: Format[]
}

export const byText = (misfits: OfficeMisfit[]): MisfitLine[] =>
  [...Map.groupBy(misfits, ({ role, words, why }) => `${why} ${role} ${words}`).values()].map(same => ({
    ...same[0]!,
    offices: [...new Set(same.map(({ office }) => office))],
    formats: [...new Set(same.flatMap(({ format }) => format ?? []))],
  }))
