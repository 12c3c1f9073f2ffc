import { type Contact, type Office, posterContact } from '../offices/index.ts'
import type { House } from '../platform/house.ts'
import { translator } from '../platform/i18n/messages.ts'
import { resized } from '../platform/images/resized.ts'
import { isRecalled } from './consents/guard-queries.ts'
import { keepUnlessRecalled } from './consents/keep-variant.ts'
import { noticePicture } from './consents/notice-picture.ts'
import type { Version } from './materials/material.ts'
import { keyOfVariant, renderVariant } from './render-variant.ts'
import type { Format, Poster, Strip } from './variant.ts'
import { variantByKey } from './variant-queries.ts'

export interface VariantOrder {
  version: Version
  /** Name of the office that made the material. */
  credit: string
  office: Office
  contacts: Contact[]
  link: PosterLink
}

/** Where the poster leads: what a person can type, and what the QR code holds. */
export interface PosterLink {
  text: string
  target: string
}

type Tools = Pick<House, 'db' | 'files'>

export interface Drawn {
  bytes: Uint8Array
  type: string
  /** A notice in its place: the version was recalled. */
  recalled?: boolean
}

/** One office's variant in one format: kept from an earlier drawing, or drawn now and kept. */
export const drawVariant = async (
  house: Tools,
  order: VariantOrder,
  format: Format,
): Promise<Drawn & { fresh: boolean }> => {
  const poster = await posterOf(house, order.version)
  const strip = await stripOf(house, order)
  const key = keyOfVariant(poster, strip, format)
  return keep(house, order.version.id, key, () => renderVariant(poster, strip, format))
}

/** The portrait for a screen: as light as its width allows, and kept like any variant. */
export const drawForScreen = async (house: Tools, order: VariantOrder, width: number): Promise<Drawn> => {
  const poster = await posterOf(house, order.version)
  const key = keyOfVariant(poster, await stripOf(house, order), 'portrait')
  return keep(house, order.version.id, `${key}-${width}`, async () => {
    const { bytes } = await drawVariant(house, order, 'portrait')
    return { bytes: await resized(bytes, width), type: 'image/webp' }
  })
}

const drawing = new Map<string, Promise<Drawn>>()

/** What is kept under a key, or made now and kept; two askers at once share the making. A recalled version gives a notice instead. */
const keep = async (
  house: Tools,
  versionId: number,
  key: string,
  make: () => Promise<Drawn>,
): Promise<Drawn & { fresh: boolean }> => {
  const { recalled, kept } = await house.db.asJob(async tx => ({
    recalled: await isRecalled(tx, versionId),
    kept: await variantByKey(tx, key),
  }))
  if (recalled) return { ...(await noticePicture()), recalled, fresh: false }
  const bytes = kept && (await house.files.get(kept.fileKey))
  if (bytes) return { bytes, type: kept.type, fresh: false }
  const work = drawing.get(key) ?? makeAndKeep(house, versionId, key, make).finally(() => drawing.delete(key))
  drawing.set(key, work)
  return { ...(await work), fresh: true }
}

const makeAndKeep = async (house: Tools, versionId: number, key: string, make: () => Promise<Drawn>) => {
  const drawn = await make()
  if (await keepUnlessRecalled(house, { key, versionId, ...drawn })) return drawn
  return { ...(await noticePicture()), recalled: true }
}

const posterOf = async ({ files }: Tools, version: Version): Promise<Poster> => {
  const { design, headline, points, callToAction, language, artwork } = version
  const bytes = artwork && (await files.get(artwork.key))
  if (artwork && !bytes) throw new Error(`artwork ${artwork.key} is missing from the file store`)
  const finished = artwork && { bytes: bytes!, fit: artwork.fit, strip: artwork.edge, background: '#06434a' }
  return { design, headline, points, callToAction, language, ...(finished && { artwork: finished }) }
}

const stripOf = async (
  { files }: Tools,
  { version, credit, office, contacts, link }: VariantOrder,
): Promise<Strip> => {
  const t = translator(version.language)
  const logo = office.logoKey ? await files.get(office.logoKey) : undefined
  const contact = posterContact(contacts)?.value
  return {
    office: office.name,
    ...(contact && { contact }),
    ...(logo && { logo }),
    linkText: link.text,
    linkTarget: link.target,
    credit,
    labels: { scan: t('poster.scan'), link: t('poster.link'), credit: t('poster.credit') },
  }
}

/** The link for a tap: a click. */
export const shortLink = (publicUrl: string, code: string) => `${publicUrl}/t/${code.toLowerCase()}`

/** A duty's tracked link. In the QR code it is upper case, a third smaller, and so a scan is told from a click. */
export const trackedLink = (publicUrl: string, code: string): PosterLink => ({
  text: bare(shortLink(publicUrl, code)),
  target: `${publicUrl}/T/${code}`.toUpperCase(),
})

/** The campaign's own page, for an office without a duty in it. */
export const pageLink = (publicUrl: string, slug: string): PosterLink => ({
  text: bare(`${publicUrl}/k/${slug}`),
  target: `${publicUrl}/k/${slug}`,
})

const bare = (url: string) => url.replace(/^https?:\/\//, '')
