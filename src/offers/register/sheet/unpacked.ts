import { inflateRawSync } from 'node:zlib'

/** The files inside a ZIP archive do not fit into what is allowed, or the archive is no archive. */
export class Unpackable extends Error {
  readonly reason: 'too-large' | 'broken'
  constructor(reason: 'too-large' | 'broken') {
    super(reason)
    this.reason = reason
  }
}

/**
 * Unpacks an archive under a limit that holds whatever the archive says of itself.
 * @param limit bytes of everything together
 * @throws Unpackable
 */
export const unpacked = (archive: Buffer, limit: number): Map<string, Buffer> => {
  const files = new Map<string, Buffer>()
  let left = limit
  for (const { name, packed, squeezed } of entries(archive)) {
    const bytes = squeezed ? inflate(packed, left) : packed
    left -= bytes.length
    if (left < 0) throw new Unpackable('too-large')
    files.set(name, bytes)
  }
  return files
}

/** A workbook has a few dozen. */
const mostEntries = 2000

function* entries(archive: Buffer) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Unpackable('broken')
  const count = archive.readUInt16LE(end + 10)
  if (count > mostEntries) throw new Unpackable('too-large')
  let at = archive.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) throw new Unpackable('broken')
    const nameLength = archive.readUInt16LE(at + 28)
    const start = archive.readUInt32LE(at + 42)
    if (start + 30 > archive.length) throw new Unpackable('broken')
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
    yield {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      packed: archive.subarray(from, from + archive.readUInt32LE(at + 20)),
      squeezed: archive.readUInt16LE(at + 10) === 8,
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
}

const inflate = (packed: Buffer, left: number) => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    throw new Unpackable(
      (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken',
    )
  }
}
