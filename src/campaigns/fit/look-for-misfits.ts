import { setImmediate } from 'node:timers/promises'
import { allOffices, contactsOf } from '../../offices/index.ts'
import { withoutGlyph } from '../../platform/documents/glyphs.ts'
import type { House } from '../../platform/house.ts'
import { preparedArtwork } from '../artwork.ts'
import { designNamed } from '../designs/design.ts'
import { type PosterLink, type VariantOrder, whatToDraw } from '../draw-variant.ts'
import type { Format } from '../format.ts'
import type { Version } from '../materials/material.ts'
import { radioScripts } from '../radio/script.ts'
import { keyOfVariant, laidOut } from '../render-variant.ts'
import { slotsOfOffices } from '../slots/queries.ts'
import type { Poster, Strip } from '../variant.ts'
import { type Asked, hardest, hardestLogo, mostOffices } from './hardest.ts'
import {
  everyOffice,
  fitFormats,
  type Misfit,
  messageRoles,
  type OfficeMisfit,
  officeFormats,
  spokenFormats,
} from './misfit.ts'
import { keepFit, knownFits } from './queries.ts'

export interface Fit {
  /** How many offices there are: it holds for all of them. */
  offices: number
  misfits: OfficeMisfit[]
  /** False when somebody has to look first: see `look`. */
  known: boolean
}

interface Material {
  version: Version
  credit: string
  link: PosterLink
}

/**
 * Whether a material has room on the sheets of every office, whichever of them publishes it later: the longest name, the
 * longest contact, what each filled in, in every format.
 * @param look lays out what was never looked at (some milliseconds a sheet); without it only what is known is told
 */
export const fitOf = async (house: House, material: Material, look: boolean): Promise<Fit> => {
  const all = await askedOffices(house, material.version.design)
  const signs = strangeSigns(material.version, all)
  const spared = await allFitAtOnce(house, material, all, look)
  if (spared === undefined) return { offices: all.length, misfits: signs, known: false }
  const sheets: Sheet[] = []
  for (const [index, one] of all.entries())
    for (const format of formatsFor(one, index, spared))
      sheets.push(await sheetOf(house, { ...material, ...one }, format))
  const { found, known } = await lookAtAll(house, sheets, look)
  return { offices: all.length, misfits: [...signs, ...found], known }
}

/** The message is laid out once; an office's own part where it stands differently, unless all were seen to fit at once. */
const formatsFor = (one: Asked, index: number, spared: boolean): readonly Format[] => {
  if (index === 0 || sharesNothing(one)) return fitFormats
  return spared ? spokenFormats : officeFormats
}

/**
 * Whether everything that offices without entries of their own are called has room, asked of the hardest that there could be.
 * @returns undefined when nobody has looked; false also when there are so few that each is laid out anyway
 */
const allFitAtOnce = async (
  house: House,
  material: Material,
  all: Asked[],
  look: boolean,
): Promise<boolean | undefined> => {
  const plain = all.filter(one => !sharesNothing(one))
  if (plain.length <= mostOffices) return false
  const sheets: Sheet[] = []
  for (const { format, logo, ...one } of await hardest(plain)) {
    const stood = { ...house, files: logoIn(house.files, logo) }
    sheets.push(await sheetOf(stood, { ...material, ...one }, format))
  }
  const { found, known } = await lookAtAll(house, sheets, look)
  return known ? found.every(({ role }) => messageRoles.includes(role)) : undefined
}

/** The files, with a logo that no office has. */
const logoIn = (files: House['files'], logo: Uint8Array | undefined): House['files'] => ({
  ...files,
  get: async key => (key === hardestLogo ? logo : files.get(key)),
})

const lookAtAll = async (house: House, sheets: Sheet[], look: boolean) => {
  const keys = sheets.map(({ key }) => key)
  const known = await house.db.asJob(tx => knownFits(tx, keys))
  const unknown = new Map(sheets.filter(({ key }) => !known.has(key)).map(sheet => [sheet.key, sheet]))
  if (look) for (const sheet of unknown.values()) known.set(sheet.key, await lookAt(house, sheet))
  const found = sheets.flatMap(({ key, office, format, everybodys }) =>
    (known.get(key) ?? []).map(misfit => ({
      ...misfit,
      office: everybodys && messageRoles.includes(misfit.role) ? everyOffice : office,
      format,
    })),
  )
  return { found, known: look || unknown.size === 0 }
}

/** An office with entries of its own has a message that stands nowhere else; of the others one speaks for all. */
const sharesNothing = ({ slots }: Asked) => Object.keys(slots).length > 0

const askedOffices = (house: House, design: string): Promise<Asked[]> =>
  house.db.asJob(async tx => {
    const offices = await allOffices(tx)
    const ids = offices.map(({ id }) => id)
    const contacts = Map.groupBy(await contactsOf(tx, ids), ({ officeId }) => officeId)
    const names = designNamed(house.config.dataDir, design)?.slots.map(({ name }) => name) ?? []
    const slots = await slotsOfOffices(tx, ids, names)
    return offices.map(office => ({
      office,
      contacts: contacts.get(office.id) ?? [],
      slots: slots.get(office.id) ?? {},
    }))
  })

interface Sheet {
  key: string
  office: string
  /** The message stands here as it does with every other office. */
  everybodys: boolean
  format: Format
  poster: Poster
  strip: Strip
}

const sheetOf = async (house: House, order: VariantOrder & Asked, format: Format): Promise<Sheet> => {
  const { poster, strip } = await whatToDraw(house, order, format)
  const key = keyOfVariant(poster, strip, format)
  return { key, office: order.office.shortName, everybodys: !sharesNothing(order), format, poster, strip }
}

const lookAt = async (house: House, { key, format, poster, strip }: Sheet): Promise<Misfit[]> => {
  // The layout is one step of some milliseconds; others are answered between two of them.
  await setImmediate()
  const misfits = format === 'radio' ? overTime(poster, strip) : await tooSmall(poster, strip, format)
  await house.db.asJob(tx => keepFit(tx, key, misfits))
  return misfits
}

const tooSmall = async (poster: Poster, strip: Strip, format: Format): Promise<Misfit[]> => {
  const notes = laidOut(poster, strip, format, await preparedArtwork(poster.artwork, format)).noted('fit')
  return (notes as { role: string; words: string; size: number; least: number }[]).map(
    ({ role, words, size, least }) => ({ role, words, why: 'small', needed: size, least }),
  )
}

const overTime = (poster: Poster, strip: Strip): Misfit[] =>
  radioScripts(poster, strip)
    .filter(({ fits }) => !fits)
    .map(({ seconds, takes }) => ({
      role: 'radio',
      words: poster.headline,
      why: 'time',
      needed: takes,
      least: seconds,
    }))

const strangeSigns = (version: Version, all: Asked[]): OfficeMisfit[] => {
  const { headline, points, callToAction, radio } = version
  const message = { headline, points: points.join(' · '), callToAction, radio: radio.thirty + radio.sixty }
  const everywhere = Object.entries(message).map(([role, words]) => ({ role, words, office: everyOffice }))
  const own = all.map(({ office }) => ({ role: 'office', words: office.name, office: office.shortName }))
  return [...everywhere, ...own].flatMap(text => {
    const signs = withoutGlyph(text.words).join(' ')
    return signs ? [{ ...text, why: 'glyph' as const, signs }] : []
  })
}
