import type { Translate } from '../../platform/i18n/messages.ts'
import type { Channel } from '../channel.ts'
import { fillCaption } from '../duties/caption.ts'
import { type Captions, captioned, captionFor } from './caption.ts'
import { lengthOn, limitOf } from './limits.ts'

/** An office as a caption names it. */
export interface Named {
  name: string
  contact: string | undefined
}

export interface TooLong {
  channel: Channel
  length: number
  max: number
  /** The office whose name and contact make it longest. */
  office: string
  /** Whether the channel has these words of its own, or they are the general ones. */
  own: boolean
}

/**
 * Captions that no longer fit their channel once the office with the longest name and contact is filled in.
 * @param link as long as any that is issued
 */
export const tooLong = (
  version: { caption: string; captions: Captions },
  offices: Named[],
  link: string,
): TooLong[] =>
  captioned.flatMap(channel => {
    const words = captionFor(version, channel)
    const max = limitOf(channel)!.max
    const longest = offices
      .map(({ name, contact }) => ({
        office: name,
        length: lengthOn(channel, fillCaption(words, { office: name, contact, link })),
      }))
      .reduce((a, b) => (b.length > a.length ? b : a), { office: '', length: 0 })
    return longest.length > max ? [{ channel, max, own: Boolean(version.captions[channel]), ...longest }] : []
  })

/** What the sentence about it needs. */
export const saidOf = ({ channel, length, max, office }: TooLong, t: Translate) => ({
  channel: t(`channel.${channel}`),
  length,
  max,
  office,
})
