import limits from '../../../db/content/caption-limits.json' with { type: 'json' }
import type { Channel } from '../channel.ts'

/** How long a caption may be on a channel, with where that is written and when it was read. */
export interface Limit {
  max: number
  counts: string
  source: string
  checkedOn: string
}

/** @returns nothing where a channel sets none: what is printed, pinned up or spoken */
export const limitOf = (channel: Channel): Limit | undefined =>
  limits.find(limit => limit.channel === channel)

/** The length of a finished caption as its channel counts it. */
export const lengthOn = (channel: Channel, text: string): number =>
  limitOf(channel)?.counts === 'weighted' ? weighted(text) : [...text.normalize('NFC')].length

/** X counts every address as 23, an emoji as two however it is made, and what lies outside four ranges as two. */
const weighted = (text: string): number => {
  const bare = text.normalize('NFC').replace(/https?:\/\/\S+/g, () => 'x'.repeat(addressWeight))
  return [...new Intl.Segmenter('id').segment(bare)].reduce((sum, { segment }) => sum + weightOf(segment), 0)
}

const addressWeight = 23

const weightOf = (letter: string) =>
  /\p{Extended_Pictographic}/u.test(letter) && !isLight(letter.codePointAt(0)!)
    ? 2
    : [...letter].reduce((sum, point) => sum + (isLight(point.codePointAt(0)!) ? 1 : 2), 0)

const isLight = (point: number) => lightRanges.some(([from, until]) => point >= from && point <= until)

// The ranges of twitter-text's configuration, version 3.
const lightRanges = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const
