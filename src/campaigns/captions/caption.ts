import { type Channel, channels } from '../channel.ts'
import { limitOf } from './limits.ts'

/** Own words for a channel; a channel without any takes the general caption. */
export type Captions = Partial<Record<Channel, string>>

/** What is filled in for each office. */
export const placeholders = ['kantor', 'kontak', 'tautan'] as const

/** Without these a caption neither says who speaks nor can be counted. */
const needed = ['kantor', 'tautan'] as const

/** The channels that have a caption: where words stand beside the picture. */
export const captioned = channels.filter(channel => limitOf(channel) !== undefined)

/** The field of a channel's own words. */
export const captionField = (channel: Channel) => `caption-${channel}`

/** The words for a channel: its own, or the general ones. */
export const captionFor = (
  { caption, captions }: { caption: string; captions: Captions },
  channel: Channel,
): string => captions[channel] || caption

/** Placeholders that nobody fills in, as they were typed. */
export const unknownPlaceholders = (caption: string): string[] => [
  ...new Set(
    [...caption.matchAll(/\{([^{}\n]*)\}/g)]
      .filter(([, name]) => !(placeholders as readonly string[]).includes(name!))
      .map(([whole]) => whole),
  ),
]

export const missingPlaceholders = (caption: string): string[] =>
  needed.map(name => `{${name}}`).filter(name => !caption.includes(name))
