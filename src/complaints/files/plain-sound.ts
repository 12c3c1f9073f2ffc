import { framesAlone, soundAlone } from './sound-alone.ts'

/**
 * A sound or film without what it tells beside what is heard and seen: where it was taken, with which device, by whom.
 * @returns nothing for a kind that is not known to this
 * @throws when it is broken
 */
export const plainSound = async (type: string, bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  const copy = Buffer.from(bytes)
  if (type === 'audio/mpeg') return withoutTags(copy)
  if (/mp4|m4a|3gpp/.test(type)) return blanked(copy, 0, copy.length)
  if (type === 'audio/amr') return framesAlone(bytes)
  const kind = (['ogg', 'wav', 'aac'] as const).find(name => type.startsWith(`audio/${name}`))
  return kind && soundAlone(kind, bytes)
}

/** MP3: the tag before the sound (ID3v2) and the one after it (ID3v1, APE) are cut off; what remains are frames of sound. */
const withoutTags = (bytes: Buffer): Buffer => {
  let start = 0
  while (bytes.toString('latin1', start, start + 3) === 'ID3' && start + 10 <= bytes.length)
    start += 10 + sizeAt(bytes, start + 6) + (bytes[start + 5]! & 0x10 ? 10 : 0)
  let end = bytes.length
  if (bytes.toString('latin1', end - 128, end - 125) === 'TAG') end -= 128
  if (bytes.toString('latin1', end - 32, end - 24) === 'APETAGEX')
    end -= bytes.readUInt32LE(end - 20) + (bytes[end - 9]! & 0x80 ? 32 : 0)
  return bytes.subarray(Math.min(start, bytes.length), Math.max(end, 0))
}

/** Four times seven bits. */
const sizeAt = (bytes: Buffer, place: number) =>
  [0, 1, 2, 3].reduce((size, step) => (size << 7) | (bytes[place + step]! & 0x7f), 0)

const outer = ['moov', 'trak', 'mdia']
const telling = ['udta', 'meta', 'uuid']

/**
 * MP4 and its kin are boxes in boxes; a box that tells becomes a free one, full of zeros: blanked, not cut, so that everything
 * else stays in its place. @throws when a box does not end within its own */
const blanked = (bytes: Buffer, start: number, end: number): Buffer => {
  let place = start
  while (place + 8 <= end) {
    const kind = bytes.toString('latin1', place + 4, place + 8)
    const long = bytes.readUInt32BE(place) === 1
    const told = long ? Number(bytes.readBigUInt64BE(place + 8)) : bytes.readUInt32BE(place)
    const size = told === 0 ? end - place : told
    if (size < (long ? 16 : 8) || place + size > end) throw new Error('a box does not end')
    const inside = place + (long ? 16 : 8)
    if (outer.includes(kind)) blanked(bytes, inside, place + size)
    if (telling.includes(kind)) {
      bytes.write('free', place + 4, 'latin1')
      bytes.fill(0, inside, place + size)
    }
    // When it was taken: creation and change, in the headers of the film and its tracks.
    if (['mvhd', 'tkhd', 'mdhd'].includes(kind))
      bytes.fill(0, inside + 4, inside + (bytes[inside] === 1 ? 20 : 12))
    place += size
  }
  return bytes
}
