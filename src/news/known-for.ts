import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { allOffices, contactsOf } from '../offices/index.ts'
import { dayOf } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Article } from './article.ts'
import type { Known } from './checker/finding.ts'
import { peopleOf, regenciesAround } from './directory-queries.ts'

/** What an article is held against: its recorded facts and the directory, the same for everybody who looks. */
export const knownFor = async (
  tx: Tx,
  { facts, officeId }: Pick<Article, 'facts' | 'officeId'>,
  now: Temporal.Instant,
): Promise<Known> => {
  const offices = await allOffices(tx)
  const contacts = await contactsOf(
    tx,
    offices.map(({ id }) => id),
  )
  const short = offices.map(({ shortName }) => shortName)
  return {
    facts,
    offices: distinct([
      ...facts.offices,
      ...offices.map(({ name }) => name),
      ...short,
      ...short.flatMap(name => name.split(' ')),
    ]),
    people: distinct([...facts.who.map(({ name }) => name), ...(await peopleOf(tx, officeId))]),
    places: distinct((await regenciesAround(tx, officeId)).map(plainPlace)),
    contacts: contacts
      .filter(({ verifiedOn }) => verifiedOn)
      .flatMap(({ value }) => parsePhoneNumberFromString(value, 'ID')?.number.slice(1) ?? []),
    today: String(dayOf(now)),
  }
}

/** Kabupaten Sigi is Sigi in a sentence. */
const plainPlace = (name: string) => name.replace(/^(?:Kabupaten|Kota)\s+/i, '')

const distinct = (names: string[]) => [...new Set(names)]
