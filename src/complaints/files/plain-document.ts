import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { acceptImage } from '../../platform/images/intake.ts'

// A letter of some hundred pages with photos; more is there to keep us busy.
const largestUnpacked = 60_000_000
const mostParts = 2_000

/**
 * A DOCX without what it tells of its makers: no properties, no names beside changes, no macros, nothing fetched from
 * elsewhere, its pictures drawn anew.
 * @throws when it is no sound DOCX, or unpacks to far more than a letter
 */
export const plainDocument = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const parts: Record<string, Uint8Array> = {}
  for (const [name, part] of Object.entries(unpacked(bytes))) {
    if (dropped.test(name)) continue
    const plain = pictures.test(name)
      ? await drawnAnew(part)
      : /\.(xml|rels)$/.test(name)
        ? plainXml(name, part)
        : part
    if (plain) parts[name] = plain
  }
  if (!parts['word/document.xml']) throw new Error('no document in it')
  return zipSync(parts, { level: 6, mtime: '1980-01-01' })
}

const dropped =
  /^docProps\/|^customXml\/|vbaProject\.bin$|^word\/_rels\/settings\.xml\.rels$|^word\/people\.xml$/
const pictures = /^word\/media\/.+\.(jpe?g|png|webp)$/i

const unpacked = (bytes: Uint8Array) => {
  let [size, count] = [0, 0]
  return unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      count++
      if (size > largestUnpacked || count > mostParts) throw new Error('unpacks to too much')
      return true
    },
  })
}

/** No parts that were dropped are named any more, and no author. */
const plainXml = (name: string, part: Uint8Array) => {
  const text = strFromU8(part)
  if (name === '[Content_Types].xml')
    return strToU8(text.replace(/<Override[^>]*PartName="\/(?:docProps|customXml|word\/people)[^>]*>/g, ''))
  if (name.endsWith('.rels'))
    return strToU8(
      text.replace(
        /<Relationship\b[^>]*Target="[^"]*(?:docProps|customXml|vbaProject|people\.xml)[^>]*>/g,
        '',
      ),
    )
  return strToU8(text.replace(/ w(?:15)?:(author|initials|userId|date)="[^"]*"/g, ' w:$1=""'))
}

const drawnAnew = async (bytes: Uint8Array) => {
  const taken = await acceptImage(bytes, {
    maxBytes: 10_000_000,
    allow: ['png', 'jpeg', 'webp'],
    to: { maxSide: 2000 },
  })
  return taken.ok ? taken.image.bytes : undefined
}
