import sharp from 'sharp'
import { type Contact, type Office, posterContact } from '../../offices/index.ts'
import { typeset } from '../../platform/documents/typeset.ts'
import type { SlotValues } from '../designs/slot.ts'
import type { Format } from '../format.ts'

export interface Asked {
  office: Office
  contacts: Contact[]
  slots: SlotValues
}

/** An office that there is not, on one sheet. */
export interface Hardest extends Asked {
  format: Format
  /** In the place of its logo. */
  logo: Uint8Array | undefined
}

/** Above this many offices it is asked first whether all fit at once: to lay each out takes half a minute for 514. */
export const mostOffices = 40

/** The key under which such an office's logo is asked for. */
export const hardestLogo = 'hardest'

/**
 * Offices that are harder to set than every one of these: where these have room, all have, and none of them needs to be laid out.
 *
 * Why that holds. Each word of such a name is the widest that any name has in that place, and it has as many words as the longest.
 * Lines break where a word no longer fits, which gives the fewest lines possible. However the harder name is broken, any other can be
 * broken likewise with its own words in their places, none wider, and some missing: never more lines, so never a smaller size. A sign
 * at which a line might break within a word is replaced by a W, which is wider and breaks nowhere. The contact is one such word for its
 * own sake; above the name's room stands the narrowest, which keeps its full height. A logo takes most from the name where it is as
 * wide as a strip lets it be, and in a column where it is as high.
 */
export const hardest = async (all: Asked[]): Promise<Hardest[]> => {
  const names = all.map(({ office }) => wordsOf(office.name))
  const contacts = all.flatMap(({ contacts }) => posterContact(contacts) ?? [])
  const logos = all.some(({ office }) => office.logoKey) ? await logosOf() : undefined
  const office = all[0]!.office
  const make = (format: Format, name: string, contact: Contact | undefined): Hardest => ({
    format,
    office: { ...office, name, logoKey: logos ? hardestLogo : null },
    contacts: contact ? [contact] : [],
    slots: {},
    logo: format === 'square' ? logos?.wide : format === 'landscape' ? logos?.high : undefined,
  })
  const named = (style: Style) => widestInEachPlace(names, style)
  const [wide, narrow] = [widest(contacts, contactStyles.tall), narrowest(contacts, contactStyles.tall)]
  return [
    make('square', named(nameStyles.tall), narrow),
    make('square', '', wide),
    make('landscape', named(nameStyles.tall), narrow),
    make('landscape', '', wide),
    make('talk', named(nameStyles.talk), widest(contacts, contactStyles.talk)),
  ]
}

interface Style {
  weight: number
  /** Shares of the size. */
  tracking: number
}

// As in the strip, the column (frame.typ) and the talk sheet (talk.typ).
const nameStyles = { tall: { weight: 800, tracking: -0.015 }, talk: { weight: 700, tracking: 0 } }
const contactStyles = { tall: { weight: 500, tracking: 0 }, talk: { weight: 700, tracking: 0 } }

const wordsOf = (name: string) => name.split(/\s+/).filter(Boolean).map(unbroken)
const unbroken = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, 'W')

const widestInEachPlace = (names: string[][], style: Style) => {
  const widths = widthsOf(names.flat(), style)
  const most = Math.max(...names.map(({ length }) => length))
  return Array.from({ length: most }, (_, place) =>
    names.flatMap(words => words[place] ?? []).reduce((a, b) => (widths.get(b)! > widths.get(a)! ? b : a)),
  ).join(' ')
}

const widest = (contacts: Contact[], style: Style) => {
  const widths = widthsOf(
    contacts.map(({ value }) => unbroken(value)),
    style,
  )
  const [first] = contacts.toSorted((a, b) => widths.get(unbroken(b.value))! - widths.get(unbroken(a.value))!)
  return first && { ...first, value: unbroken(first.value) }
}

const narrowest = (contacts: Contact[], style: Style) => {
  const widths = widthsOf(
    contacts.map(({ value }) => value),
    style,
  )
  return contacts.toSorted((a, b) => widths.get(a.value)! - widths.get(b.value)!)[0]
}

const widthsOf = (words: string[], style: Style): Map<string, number> => {
  const once = [...new Set(words)]
  if (once.length === 0) return new Map()
  const sheet = typeset({ template: 'src/campaigns/fit/widths.typ', data: { words: once, ...style } })
  const [widths] = sheet.noted('widths') as [number[]]
  return new Map(once.map((word, index) => [word, widths[index]!]))
}

// In a strip a logo has an area of 17000 and at most 204 in width; in a column 26000, and at most 118 in height.
const logosOf = async () => ({ wide: await blank(245, 100), high: await blank(100, 100) })

const blank = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer(),
  )
