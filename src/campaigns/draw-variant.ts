import { type Contact, type Office, posterContact } from '../offices/index.ts'
import type { House } from '../platform/house.ts'
import { resized } from '../platform/images/resized.ts'
import { isRecalled } from './consents/guard-queries.ts'
import { keepUnlessRecalled } from './consents/keep-variant.ts'
import { noticePicture } from './consents/notice-picture.ts'
import { artworkDesign, type Design, designNamed, sharedSlots } from './designs/design.ts'
import type { Format } from './format.ts'
import type { Version } from './materials/material.ts'
import { keyOfVariant, renderVariant } from './render-variant.ts'
import { slotsOf } from './slots/queries.ts'
import type { Poster, Strip } from './variant.ts'
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

type Tools = Pick<House, 'db' | 'files' | 'config'>

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
  const { poster, strip } = await whatToDraw(house, order, format)
  const key = keyOfVariant(poster, strip, format)
  return keep(house, order.version.id, key, () => renderVariant(poster, strip, format))
}

/** The portrait for a screen: as light as its width allows, and kept like any variant. */
export const drawForScreen = async (house: Tools, order: VariantOrder, width: number): Promise<Drawn> => {
  const { poster, strip } = await whatToDraw(house, order, 'portrait')
  const key = keyOfVariant(poster, strip, 'portrait')
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

/** The words and the office of one variant, as they go into the drawing and into its key. */
export const whatToDraw = async (house: Tools, order: VariantOrder, format: Format) => {
  const design = designNamed(house.config.dataDir, order.version.design)
  if (!design) throw new Error(`the design ${order.version.design} is no longer there`)
  return {
    poster: await posterOf(house, order.version, design, format),
    strip: await stripOf(house, order, design, format),
  }
}

const posterOf = async (
  { files }: Tools,
  version: Version,
  design: Design,
  format: Format,
): Promise<Poster> => {
  const { headline, points, callToAction, language, artwork, radio } = version
  const words = { design, headline, points, callToAction, language, ...(format === 'radio' && { radio }) }
  if (design.key !== artworkDesign || !artwork) return words
  const bytes = await files.get(artwork.key)
  if (!bytes) throw new Error(`artwork ${artwork.key} is missing from the file store`)
  const { fit, edge: strip } = artwork
  return { ...words, artwork: { bytes, fit, strip, background: '#06434a' } }
}

const stripOf = async (
  { files, db }: Tools,
  { credit, office, contacts, link }: VariantOrder,
  design: Design,
  format: Format,
): Promise<Strip> => {
  const logo = office.logoKey ? await files.get(office.logoKey) : undefined
  const contact = posterContact(contacts)?.value
  // A slot that a sheet does not show is no part of it: filling it redraws nothing.
  const shown = (format === 'talk' ? sharedSlots : format === 'radio' ? [] : design.slots).map(
    ({ name }) => name,
  )
  return {
    office: office.name,
    ...(contact && { contact }),
    ...(logo && { logo }),
    linkText: link.text,
    linkTarget: link.target,
    credit,
    slots: shown.length === 0 ? {} : await db.asJob(tx => slotsOf(tx, office.id, shown)),
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
