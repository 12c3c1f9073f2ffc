import type { Channel } from '../channel.ts'
import type { Format } from '../format.ts'
import { permalinkOf } from './permalinks.ts'

/** Goes up when the check sees more or other than before: every proof that waits is looked at again. */
export const checkVersion = 1

/** `fits` speaks for the proof, `foreign` against it, `unclear` says what was seen and leaves it open. */
export type Verdict = 'fits' | 'foreign' | 'unclear'

/** One thing that a machine saw in a proof. */
export type Sighting =
  | { kind: 'code'; verdict: Verdict; code: string; dutyId: number }
  | { kind: 'likeness'; verdict: 'fits'; format: Format; distance: number }
  | { kind: 'address'; verdict: Verdict; channel: Channel | undefined }

/** Of 64 bits. The same poster of another office differs by 2, another design by 9 and more. */
export const mostApart = 8

/** Of 256 bits. One photo sent twice differs by up to 10, grain and compression together; the same poster of two offices by 17. */
export const nearTwin = 12

/** A code of ours in the text of a QR code, whatever the house was called when it was printed. */
export const codePattern = /\/t\/([0-9a-z]{6,12})(?:[?#].*)?$/i

/** The address fits when it is one post on the duty's own channel. */
export const lookAtAddress = (address: string, channel: Channel): Sighting => {
  const found = permalinkOf(address)
  if (!found) return { kind: 'address', verdict: 'unclear', channel: undefined }
  if (found.channel !== channel) return { kind: 'address', verdict: 'foreign', channel: found.channel }
  return { kind: 'address', verdict: found.isPost ? 'fits' : 'unclear', channel }
}

/** One post is one address, however it was copied: without the marks of whoever shared it. */
export const plainAddress = (address: string): string => {
  const url = new URL(address)
  const kept = ['story_fbid', 'fbid', 'v', 'id'].flatMap(name => {
    const value = url.searchParams.get(name)
    return value === null ? [] : [`${name}=${value}`]
  })
  const host = url.hostname.replace(/^(?:www|m|web|mobile)\./, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}`
}

/** Verified by a machine: something speaks for it and nothing against it. */
export const isVerified = (sightings: readonly Pick<Sighting, 'verdict'>[]) =>
  sightings.some(({ verdict }) => verdict === 'fits') &&
  !sightings.some(({ verdict }) => verdict === 'foreign')
