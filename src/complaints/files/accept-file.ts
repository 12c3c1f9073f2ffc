import { fileTypeFromBuffer } from 'file-type'
import { acceptImage } from '../../platform/images/intake.ts'
import { plainDocument } from './plain-document.ts'
import { plainSound } from './plain-sound.ts'

/** A file that passed: its own bytes, and a copy that may be shown. */
export interface Accepted {
  name: string
  type: string
  bytes: Uint8Array
  /** Without metadata; nothing where it is made at the reading, or cannot be made. */
  copy: { type: string; bytes: Uint8Array } | undefined
}

export type FileRefusal = 'empty' | 'too-large' | 'wrong-type' | 'broken'

export const largestFile = 10_000_000
export const mostFiles = 12

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** By content, whatever a file is called. */
const kept: Record<string, string> = {
  'application/pdf': 'pdf',
  [docx]: 'docx',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'audio/amr': 'amr',
  'audio/wav': 'wav',
  'audio/aac': 'aac',
  'video/3gpp': '3gp',
}

/** Looks at what a file is, not at what it is called. */
export const acceptFile = async (
  name: string,
  bytes: Uint8Array,
): Promise<{ ok: true; file: Accepted } | { ok: false; reason: FileRefusal }> => {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > largestFile) return { ok: false, reason: 'too-large' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found || isTwoThings(found.mime, bytes)) return { ok: false, reason: 'wrong-type' }
  if (found.mime.startsWith('image/')) return acceptPhoto(name, bytes, found.mime)
  if (!kept[found.mime]) return { ok: false, reason: 'wrong-type' }
  try {
    const plain = await plainCopy(found.mime, bytes)
    const copy = plain && { type: found.mime, bytes: plain }
    return { ok: true, file: { name: plainName(name), type: found.mime, bytes, copy } }
  } catch {
    return { ok: false, reason: 'broken' }
  }
}

// A PDF is drawn anew when somebody opens it: that takes longer than a reporter should wait.
const plainCopy = async (type: string, bytes: Uint8Array): Promise<Uint8Array | undefined> =>
  type === docx ? plainDocument(bytes) : plainSound(type, bytes)

/** A file that another program would take for something else: an archive at its end, a page inside a PDF's head. */
const isTwoThings = (type: string, bytes: Uint8Array): boolean => {
  const [head, tail] = [Buffer.from(bytes.subarray(0, 4096)), Buffer.from(bytes.subarray(-66_000))]
  if (type !== docx && tail.includes('PK\x05\x06')) return true
  return (
    type === 'application/pdf' &&
    (/<(html|script|!doctype)/i.test(head.toString('latin1')) || !tail.includes('%%EOF'))
  )
}

const acceptPhoto = async (name: string, bytes: Uint8Array, type: string) => {
  const taken = await acceptImage(bytes, {
    maxBytes: largestFile,
    allow: ['png', 'jpeg', 'webp'],
    to: { type: 'jpeg', maxSide: 2000 },
  })
  if (!taken.ok)
    return {
      ok: false as const,
      reason: taken.reason === 'broken' ? ('broken' as const) : ('wrong-type' as const),
    }
  const copy = { type: 'image/jpeg', bytes: taken.image.bytes }
  return { ok: true as const, file: { name: plainName(name), type, bytes, copy } }
}

/** The name as given, without what a path or a header could be made of. */
const plainName = (name: string) =>
  name
    .replace(/[\p{Cc}\p{Cf}"\\/:*?<>|]/gu, ' ')
    .trim()
    .slice(-80) || 'berkas'
