import { dayOf, systemClock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type CompanyIndex, indexCompanies } from './match/company-index.ts'
import { type Match, matchCompany } from './match/match-company.ts'
import { publicCompany, publicNames, publicOrders, registerEditions } from './queries.ts'
import { type Company, type Day, type LicenceState, licenceOn } from './register.ts'
import { type AskedJob, type Standing, standing } from './standing.ts'

/** What the register says of a name, in words anybody may read. */
export interface Lookup {
  asked: string
  /** The day the answer is from: of the company when one was found, else of the last whole list; nothing where none was ever imported. */
  asOf: Day | undefined
  ordersAsOf: Day | undefined
  /** Only when the name means this company and no other. */
  found: Found | undefined
  /** When none was found, companies with names like it: to ask "did you mean", never to answer for. */
  near: { name: string; confidence: number }[]
}

export interface Found {
  name: string
  licenceNumber: string
  /** On the day asked about. */
  licence: LicenceState
  validUntil: Day | null
  confidence: number
  standing: Standing['standing']
  jobOrder: boolean
  orders: Standing['orders']
}

/**
 * Looks a company up by the name that somebody gave. Sees what the public may see, whoever asks.
 * @param asked the country and job offered, and the day it is about (today when left out)
 */
export const lookUpCompany = async (
  tx: Tx,
  name: string,
  { day = String(dayOf(systemClock())), ...job }: AskedJob & { day?: Day } = {},
): Promise<Lookup> => {
  const editions = await registerEditions(tx)
  const edition = editions.get('companies')
  const asOf = edition?.asOf ?? undefined
  const ordersAsOf = editions.get('orders')?.asOf ?? undefined
  if (!edition || !asOf) return { asked: name, asOf, ordersAsOf, found: undefined, near: [] }
  const matches = matchCompany(name, await companyIndex(tx, edition.edition))
  const best = matches[0]?.sure ? matches[0] : undefined
  const company = best && (await publicCompany(tx, best.id))
  const near = best ? [] : matches.slice(0, mostNear)
  return {
    asked: name,
    asOf: company?.asOf ?? asOf,
    ordersAsOf,
    found: company && (await foundOf(tx, company, best, job, day, ordersAsOf ?? null)),
    near: near.map(match => ({ name: match.name, confidence: match.confidence })),
  }
}

const mostNear = 3

const foundOf = async (
  tx: Tx,
  company: Company,
  { confidence }: Match,
  job: AskedJob,
  day: Day,
  ordersAsOf: Day | null,
): Promise<Found> => {
  const orders = await publicOrders(tx, company.id)
  const stands = standing({ ...company, orders }, job, day, { asOf: company.asOf, ordersAsOf })
  return {
    name: company.name,
    licenceNumber: company.licence,
    licence: licenceOn(company, day),
    validUntil: company.validUntil,
    confidence,
    standing: stands.standing,
    jobOrder: stands.standing === 'licence-and-order',
    orders: stands.orders,
  }
}

let kept: { edition: string; index: CompanyIndex } | undefined

/** The listed companies ready for matching; made anew when an import or an undoing changed the edition. */
export const companyIndex = async (tx: Tx, edition: string): Promise<CompanyIndex> => {
  if (kept?.edition === edition) return kept.index
  const index = indexCompanies(await publicNames(tx))
  kept = { edition, index }
  return index
}
