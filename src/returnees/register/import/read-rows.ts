import type { Cell, Sheet } from '../../../offers/index.ts'
import { readBirth } from '../../birth.ts'
import { columnsOf, isHeader, type ListField } from '../../columns.ts'
import type { Person } from '../../contents.ts'
import { countryIn, type District, districtIn } from '../../read-value.ts'
import { type Codes, needs, skills } from '../../returnee.ts'
import { bandOf } from '../form.ts'
import { codesIn } from './code-words.ts'

/** Why a row comes back; each has its own message. */
export const rowTroubles = [
  'no-name',
  'no-such-day',
  'unlikely',
  'bad-nik',
  'cut-number',
  'unknown-district',
  'unknown-country',
  'too-long',
  'twice',
] as const
export type RowTrouble = (typeof rowTroubles)[number]

export interface GoodRow {
  row: number
  person: Person
  codes: Codes
  village: string
}
export interface BadRow {
  row: number
  cells: string[]
  trouble: RowTrouble
}

export interface ReadList {
  header: string[]
  good: GoodRow[]
  bad: BadRow[]
}

/** Letters of one cell. */
const longestCell = 300

/** The people of a list: good rows, and those that come back with the reason. @returns nothing when no row names its columns */
export const readRows = (
  sheets: readonly Sheet[],
  districts: readonly District[],
  today: Temporal.PlainDate,
): ReadList | undefined => {
  for (const { rows } of sheets) {
    const at = rows.findIndex(cells => isHeader(cells.map(textOf)))
    if (at < 0) continue
    const header = rows[at]!.map(textOf)
    const columns = columnsOf(header)
    const list: ReadList = { header, good: [], bad: [] }
    const seen = new Set<string>()
    for (const [place, cells] of rows.slice(at + 1).entries()) {
      if (isNothing(cells)) continue
      const row = at + place + 2
      const read = readRow(cells, columns, districts, today, seen)
      if (typeof read === 'string') list.bad.push({ row, cells: cells.map(textOf), trouble: read })
      else list.good.push({ row, ...read })
    }
    return list
  }
  return undefined
}

const textOf = (cell: Cell | undefined) =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** Blank, or the counting line under a header. */
const isNothing = (cells: readonly Cell[]) => {
  const filled = cells.map(textOf).filter(Boolean)
  return filled.length === 0 || (filled.length > 2 && filled.every(text => /^\(?\d{1,2}\)?$/.test(text)))
}

const readRow = (
  cells: readonly Cell[],
  columns: ReadonlyMap<ListField, number>,
  districts: readonly District[],
  today: Temporal.PlainDate,
  seen: Set<string>,
): Omit<GoodRow, 'row'> | RowTrouble => {
  const cell = (field: ListField) => cells[columns.get(field) ?? -1]
  const told = (field: ListField) => textOf(cell(field)).replace(/^-$/, '')
  const name = told('name')
  if (!/\p{L}{2}/u.test(name)) return 'no-name'
  if (cells.some(one => textOf(one).length > longestCell)) return 'too-long'
  // Sixteen digits as a number are rounded by the spreadsheet: another person's.
  if (isCut(cell('nik'))) return 'cut-number'
  const nik = told('nik').replace(/\D/g, '')
  if (nik !== '' && nik.length !== 16) return 'bad-nik'
  const birth = readBirth(told('bornOn').replace(/^[\p{L} .]+,\s*(?=\d)/u, ''), today)
  if ('trouble' in birth) return birth.trouble
  const district = told('district')
    ? districtIn(told('district'), districts)
    : districtIn(told('address'), districts)
  if (told('district') && !district) return 'unknown-district'
  const country = countryIn(told('country'))
  if (told('country') && !country) return 'unknown-country'
  const key =
    nik || [name.toLowerCase(), birth.day, told('phone'), district?.value, told('village')].join('|')
  if (seen.has(key)) return 'twice'
  seen.add(key)
  const address = [told('village'), told('address')].filter(Boolean).join(', ')
  const { day: bornOn } = birth
  return {
    person: {
      name,
      bornOn,
      nik,
      address,
      phone: told('phone'),
      passport: told('passport'),
      family: told('family'),
    },
    codes: {
      originCode: district?.value ?? null,
      destination: country?.value ?? null,
      sector: null,
      sex: sexOf(told('sex')),
      ageBand: bandOf(bornOn, today),
      returnedMonth: monthOf(told('month'), today),
      wayBack: null,
      needs: codesIn('need', needs, told('needs')),
      skills: codesIn('skill', skills, told('skills')),
      wishes: [],
      consents: [],
    },
    village: told('village'),
  }
}

const isCut = (cell: Cell | undefined) =>
  typeof cell === 'number' ? !Number.isSafeInteger(cell) : /^\d[.,]?\d*E\+?\d+$/i.test(textOf(cell))

const sexOf = (text: string) =>
  /^(p|pr|perempuan|wanita|f|female)$/i.test(text)
    ? 'female'
    : /^(l|lk|laki-? ?laki|pria|m|male)$/i.test(text)
      ? 'male'
      : null

const monthOf = (text: string, today: Temporal.PlainDate) => {
  const read = /^\d{4}-\d{2}$/.test(text) ? { day: `${text}-01` } : readBirth(text, today)
  return 'day' in read && read.day ? `${read.day.slice(0, 7)}-01` : null
}
