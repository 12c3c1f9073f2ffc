import type { Poster, Strip } from '../variant.ts'
import { readingTime } from './reading-time.ts'

export const radioLengths = [30, 60] as const

export interface RadioScript {
  seconds: (typeof radioLengths)[number]
  text: string
  /** Seconds it takes, by our estimate, rounded up. */
  takes: number
  fits: boolean
}

/** What an office reads on the radio: the text that was written for it, else the poster's words, as many as the time has room for. */
export const radioScripts = (poster: Poster, strip: Strip): RadioScript[] =>
  radioLengths.map(seconds => {
    const written = seconds === 30 ? poster.radio?.thirty : poster.radio?.sixty
    const text = written ? filled(written, strip) : madeOf(poster, strip, seconds)
    const takes = Math.ceil(readingTime(text))
    return { seconds, text, takes, fits: takes <= seconds }
  })

const filled = (text: string, { office, contact }: Strip) =>
  text
    .replaceAll('{kantor}', office)
    .replaceAll('{kontak}', contact ?? '')
    .replace(/ +([.,])/g, '$1')
    .trim()

const madeOf = ({ headline, points, callToAction }: Poster, { office, contact }: Strip, seconds: number) => {
  const end = [callToAction, [office, contact].filter(Boolean).join(', ')].filter(Boolean)
  const said = (many: number) => [headline, ...points.slice(0, many), ...end].map(sentence).join(' ')
  const most = points
    .map((_, index) => points.length - index)
    .find(many => readingTime(said(many)) <= seconds)
  return said(most ?? 0)
}

const sentence = (words: string) => (/[.!?؟]$/.test(words) ? words : `${words}.`)
