import type { Tx } from '../../platform/database/database.ts'
import { indexNames, type Match, matchCompany, type NameIndex } from './match-company.ts'
import { companiesVersion, entriesOf, entriesOfLicence } from './queries.ts'
import { type LicenceState, licenceState, type Standing, standing } from './standing.ts'

export interface Lookup {
  standing: Standing
  /** The day of the lists that the answer rests on; nothing when no list has been read yet. */
  asOf: string | undefined
  company: { licence: string; name: string; state: LicenceState; validUntil: string | undefined } | undefined
  /** Names to ask about: "did you mean". Never proof that this company was meant. */
  near: Match[]
}

/** What the register says to anybody about a company's name; only what is public. */
export const lookUpCompany = async (
  tx: Tx,
  name: string,
  day: string,
  asked: { country?: string; job?: string } = {},
): Promise<Lookup> => {
  const { index, asOf } = await indexOf(tx)
  const matches = matchCompany(name, index)
  const same = matches.find(({ confidence }) => confidence === 'same')
  const near = matches.filter(match => match !== same)
  if (!same) return { standing: 'not-found', asOf, company: undefined, near }
  const [company] = await entriesOfLicence(tx, 'company', same.licence)
  if (!company) return { standing: 'not-found', asOf, company: undefined, near }
  const orders = await entriesOfLicence(tx, 'job-order', same.licence)
  const { licence, fields } = company
  return {
    ...standing({ ...company, orders }, asked, day),
    company: { licence, name: same.name, state: licenceState(fields, day), validUntil: fields.validUntil },
    near,
  }
}

let kept: { version: string; index: NameIndex; asOf: string | undefined } | undefined

// Kept in memory by what the list holds, not by time: another process may have read a new list.
const indexOf = async (tx: Tx) => {
  const version = await companiesVersion(tx)
  if (kept?.version === version) return kept
  const companies = await entriesOf(tx, 'company')
  const index = indexNames(companies.map(({ licence, fields }) => ({ licence, name: fields.name ?? '' })))
  const asOf = companies
    .map(company => company.asOf)
    .sort()
    .at(-1)
  kept = { version, index, asOf }
  return kept
}
