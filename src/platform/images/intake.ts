import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { embeddedPictures, isSelfContained, looksLikeSvg } from './svg-safety.ts'

export type PictureType = 'png' | 'jpeg' | 'webp'

/** A picture that we encoded ourselves: no metadata, upright, sRGB, one frame, nothing after its end. */
export interface Picture {
  bytes: Buffer
  type: PictureType
  /** Pixels. */
  width: number
  height: number
}

export type Refusal = 'empty' | 'too-large' | 'wrong-type' | 'too-many-pixels' | 'broken' | 'unsafe-svg'

export interface Terms {
  /** An SVG may have 5 MB at most, whatever this says. */
  maxBytes: number
  /** Of the picture as it comes in; 50 million unless told. */
  maxPixels?: number
  /** The longer side as it comes in, in pixels; 10,000 unless told. */
  maxSide?: number
  allow: readonly (PictureType | 'svg')[]
  to?: Wish
}

/** How the picture is kept. */
export interface Wish {
  /** Its own type unless told; an SVG becomes a PNG. */
  type?: PictureType
  /** The longer side is brought down to this, never up; an SVG is drawn this large (1024 unless told). */
  maxSide?: number
}

export type Intake = { ok: true; image: Picture } | { ok: false; reason: Refusal }

/**
 * Takes an upload that may be anything. The content decides on its type, the header on its size, and what is
 * kept is always drawn anew, so that nothing hidden or active in the upload is ever handed on.
 */
export const acceptImage = async (bytes: Uint8Array, terms: Terms): Promise<Intake> => {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > terms.maxBytes) return refused('too-large')
  const type = await typeOf(bytes)
  if (!type || !terms.allow.includes(type)) return refused('wrong-type')
  try {
    return await (type === 'svg' ? acceptSvg(bytes, terms) : acceptPhoto(bytes, type, terms))
  } catch {
    return refused('broken')
  }
}

// 10,000 x 10,000: the most that any caller accepts.
const largestPreviewed = 100_000_000

/**
 * A small WebP preview of an accepted picture, at most so many pixels wide.
 * @throws when the bytes are no picture
 */
export const thumbnail = async (bytes: Uint8Array, width: number): Promise<Buffer> =>
  open(bytes, largestPreviewed).resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer()

const refused = (reason: Refusal): Intake => ({ ok: false, reason })

const typeOf = async (bytes: Uint8Array): Promise<PictureType | 'svg' | undefined> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const known = {
    'image/png': 'png',
    'image/apng': 'png',
    'image/jpeg': 'jpeg',
    'image/webp': 'webp',
  } as const
  if (found && found.mime in known) return known[found.mime as keyof typeof known]
  return looksLikeSvg(Buffer.from(bytes).toString('utf8')) ? 'svg' : undefined
}

const acceptPhoto = async (bytes: Uint8Array, type: PictureType, terms: Terms): Promise<Intake> => {
  const header = await headerOf(bytes)
  if (header.format !== type) return refused('broken')
  if (isTooBig(header, terms)) return refused('too-many-pixels')
  const side = terms.to?.maxSide
  const limit = side ? { width: side, height: side, fit: 'inside' as const, withoutEnlargement: true } : {}
  return encoded(open(bytes, terms.maxPixels).resize(limit), terms.to?.type ?? type)
}

// A drawing of more is a photograph in disguise, or there to keep us busy.
const largestSvg = 5_000_000

const acceptSvg = async (bytes: Uint8Array, terms: Terms): Promise<Intake> => {
  if (bytes.length > largestSvg) return refused('too-large')
  const svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!isSelfContained(svg)) return refused('unsafe-svg')
  const header = await headerOf(bytes)
  if (isTooBig(header, terms) || (await carriesTooMuch(svg, terms))) return refused('too-many-pixels')
  const side = terms.to?.maxSide ?? 1024
  const density = Math.min(Math.max((72 * side) / Math.max(header.width, header.height), 1), 100_000)
  const drawing = open(bytes, terms.maxPixels, density).resize({ width: side, height: side, fit: 'inside' })
  return encoded(drawing, terms.to?.type ?? 'png')
}

const mostCarried = 20

const carriesTooMuch = async (svg: string, terms: Terms) => {
  const pictures = embeddedPictures(svg)
  if (pictures.length > mostCarried) return true
  // One after the other: a failure among many at once would leave the rest unheard.
  for (const picture of pictures) if (isTooBig(await headerOf(picture), terms)) return true
  return false
}

// Reads the header only. Its own pixel limit is off because ours gives the better answer.
const headerOf = async (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: false }).metadata()

const standardPixels = 50_000_000

const isTooBig = ({ width, height }: { width: number; height: number }, terms: Terms) =>
  width * height > (terms.maxPixels ?? standardPixels) || Math.max(width, height) > (terms.maxSide ?? 10_000)

const open = (bytes: Uint8Array, limitInputPixels = standardPixels, density = 72): Sharp =>
  sharp(bytes, { limitInputPixels, density, failOn: 'error' }).timeout({ seconds: 20 }).autoOrient()

const encoded = async (image: Sharp, type: PictureType): Promise<Intake> => {
  const { data, info } = await encoders[type](image.toColourspace('srgb')).toBuffer({
    resolveWithObject: true,
  })
  return { ok: true, image: { bytes: data, type, width: info.width, height: info.height } }
}

const encoders: Record<PictureType, (image: Sharp) => Sharp> = {
  png: image => image.png({ compressionLevel: 7 }),
  jpeg: image => image.flatten({ background: '#ffffff' }).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }),
  webp: image => image.webp({ quality: 88 }),
}
