import type { Format } from './format.ts'

/** Where a material is published. Online channels leave an address as proof; the others a photograph. */
export const channels = [
  'whatsapp',
  'instagram',
  'facebook',
  'tiktok',
  'x',
  'radio',
  'print',
  'notice-board',
] as const
export type Channel = (typeof channels)[number]

/** The format that a channel wants first. */
export const formatFor = {
  whatsapp: 'whatsapp',
  instagram: 'portrait',
  facebook: 'square',
  tiktok: 'story',
  x: 'square',
  radio: 'radio',
  print: 'a3',
  'notice-board': 'a3',
} as const satisfies Record<Channel, Format>
