/** What one material is made into: pictures to share, pages to print, words to say. */
export const formats = [
  'square',
  'portrait',
  'story',
  'landscape',
  'whatsapp',
  'a4',
  'a3',
  'banner',
  'talk',
  'radio',
] as const
export type Format = (typeof formats)[number]

/** Pixels of the formats that are pictures. */
export const imageSizes = {
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
  landscape: { width: 1200, height: 630 },
  whatsapp: { width: 1080, height: 1080 },
} as const satisfies Partial<Record<Format, { width: number; height: number }>>
export type ImageFormat = keyof typeof imageSizes

export const isImage = (format: Format): format is ImageFormat => Object.hasOwn(imageSizes, format)

/** Those that the design draws; the talk sheet and the radio script have a sheet of their own. */
export const drawnFormats = [
  'square',
  'portrait',
  'story',
  'landscape',
  'whatsapp',
  'a4',
  'a3',
  'banner',
] as const satisfies Format[]

/** Drawn ahead for every office; the pages of the others take some milliseconds when somebody asks. */
export const kitFormats = [
  'square',
  'portrait',
  'story',
  'landscape',
  'whatsapp',
  'a3',
] as const satisfies Format[]

/**
 * Bytes a picture stays under. Promise S6: a light download on a weak signal; and what WhatsApp takes over a telephone line
 * without making it smaller once more.
 */
export const mostBytes = (format: ImageFormat) => (format === 'whatsapp' ? 100_000 : 200_000)
