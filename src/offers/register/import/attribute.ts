import type { CompanyIndex } from '../match/company-index.ts'
import { matchCompany, worthAsking } from '../match/match-company.ts'
import { folded, nameWords } from '../match/name-words.ts'
import type { RegisterList } from '../register.ts'
import type { ReadRow, Trouble, Values } from './read-rows.ts'

/** A row of a list that knows which line of the register it is. */
export interface KeyedRow extends ReadRow {
  key: string
  /** For branches and orders: whose. */
  companyId?: number
  companyName?: string
}

export interface ListedCompany {
  id: number
  name: string
  licenceKey: string
}

/** Letters and digits of a number, without how it is spaced and dotted. */
export const numberKey = (number: string | number) =>
  String(number)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

interface Attributed {
  rows: KeyedRow[]
  troubles: Trouble[]
  /** Lines that rows in trouble are about, as far as can be told: they are not gone, only not understood. */
  spared: Set<string>
}

/**
 * Finds the line of the register that each row is about. A branch or an order belongs to a company only by its licence number or
 * its whole name: what is merely alike is named beside the row, for a person to decide.
 */
export const attribute = (
  list: RegisterList,
  read: { rows: ReadRow[]; troubles: Trouble[] },
  companies: ListedCompany[],
  index: CompanyIndex,
): Attributed => {
  const find = companyFinder(companies, index)
  const keyOf = (row: ReadRow): KeyedRow | Trouble => {
    if (list === 'companies') return companyRow(row)
    const { company, trouble } = find(row)
    const owned = company && ownedRow(list, row, company)
    return trouble ? { ...trouble, partial: row.values } : owned!
  }
  const spared = new Set<string>()
  const spare = ({ row, partial }: Trouble) => {
    if (!partial) return
    const company = list === 'companies' ? undefined : find({ row, values: partial }).company
    const found =
      list === 'companies'
        ? companyRow({ row, values: partial })
        : company && ownedRow(list, { row, values: partial }, company)
    if (found && 'key' in found) spared.add(found.key)
  }
  const keyed = read.rows.map(keyOf)
  const unique = withoutDoubles(keyed.filter(row => 'key' in row))
  const troubles = [...read.troubles, ...keyed.filter(row => 'reason' in row), ...unique.troubles]
  for (const trouble of troubles) spare(trouble)
  return { rows: unique.rows, troubles: troubles.sort((a, b) => a.row - b.row), spared }
}

const companyRow = (row: ReadRow): KeyedRow | Trouble => {
  const key = numberKey(row.values.licence ?? '')
  return key ? { ...row, key } : { row: row.row, reason: 'missing', field: 'licence' }
}

const ownedRow = (list: RegisterList, row: ReadRow, company: ListedCompany): KeyedRow | Trouble => {
  const { city, number, country, job } = row.values
  const own =
    list === 'branches' ? keyOfWords(city) : [numberKey(number ?? ''), country, keyOfWords(job)].join('.')
  return own.startsWith('.') || own === ''
    ? { row: row.row, reason: 'missing', field: list === 'branches' ? 'city' : 'number' }
    : { ...row, key: `${company.id}:${own}`, companyId: company.id, companyName: company.name }
}

const keyOfWords = (text: Values[keyof Values]) =>
  String(text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The company that a row names; with a trouble it is only the one that it may have meant. */
interface Owner {
  company?: ListedCompany | undefined
  trouble?: Trouble
}

const companyFinder = (companies: ListedCompany[], index: CompanyIndex) => {
  const byLicence = new Map(companies.map(company => [company.licenceKey, company]))
  const byId = new Map(companies.map(company => [company.id, company]))
  const byName = Map.groupBy(companies, ({ name }) => wholeName(name))
  const called = remembered((name: string) => byName.get(wholeName(name)))
  const nearest = nearestIn(index)
  return ({ row, values: { licence, company } }: ReadRow): Owner => {
    const licensed = licence ? byLicence.get(numberKey(licence)) : undefined
    const name = company ? String(company) : ''
    const named = name ? called(name) : undefined
    // The licence decides; the name beside it need only not be another's.
    if (licensed && (!name || named?.includes(licensed) || nearest(name) === licensed.id))
      return { company: licensed }
    if (licensed)
      return {
        company: licensed,
        trouble: { row, reason: 'other-company', value: name, near: licensed.name },
      }
    if (!licence && named?.length === 1) return { company: named[0] }
    const near = name ? byId.get(nearest(name) ?? 0) : undefined
    const value = String(licence ?? name)
    return near
      ? { company: near, trouble: { row, reason: 'near-company', value, near: near.name } }
      : { trouble: { row, reason: value ? 'no-company' : 'missing', field: 'licence', value } }
  }
}

/** Lists say the same name in many rows. */
const remembered = <T>(find: (name: string) => T) => {
  const known = new Map<string, T>()
  return (name: string) => {
    if (!known.has(name)) known.set(name, find(name))
    return known.get(name)!
  }
}

/** The company most like a name; a list of nothing but strange names is not asked about to its end. */
const nearestIn = (index: CompanyIndex) => {
  const known = new Map<string, number | undefined>()
  const nearestOf = (name: string) =>
    matchCompany(name, index).find(({ confidence }) => confidence >= worthAsking)?.id
  return (name: string) => {
    if (!known.has(name) && known.size < mostAsked) known.set(name, nearestOf(name))
    return known.get(name)
  }
}

const mostAsked = 1000

const wholeName = (name: string) =>
  folded(
    nameWords(name)
      .map(word => word.folded)
      .join(''),
  )

/** A line that comes twice counts once when it says the same; when it says different things, neither is believed. */
const withoutDoubles = (rows: KeyedRow[]): { rows: KeyedRow[]; troubles: Trouble[] } => {
  const troubles: Trouble[] = []
  const kept: KeyedRow[] = []
  for (const [first, ...others] of Map.groupBy(rows, ({ key }) => key).values()) {
    const differs = others.some(other => saidBy(other) !== saidBy(first!))
    const reason = differs ? 'differs' : 'same-row'
    for (const { row, values } of others)
      troubles.push({ row, reason, other: first!.row, value: nameOf(values), partial: values })
    if (!differs) kept.push(first!)
    else
      troubles.push({
        row: first!.row,
        reason,
        other: others[0]!.row,
        value: nameOf(first!.values),
        partial: first!.values,
      })
  }
  return { rows: kept, troubles }
}

/** All but the numbers, which are the same already, however they are dotted. */
const saidBy = ({ values }: KeyedRow) => JSON.stringify({ ...values, licence: '', number: '' })

const nameOf = ({ name, number, city, licence }: Values) => String((name ? licence : (number ?? city)) ?? '')
