import { type Contact, contactsOf, type Office, officesById } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import {
  officesServing,
  type Place,
  placeByCode,
  placesBelow,
  placesNamed,
  servedRegencies,
} from '../queries.ts'

export interface Desk {
  office: Office
  /** Those that somebody verified: no other is ever shown. */
  contacts: Contact[]
}

export interface Found {
  regencies: Awaited<ReturnType<typeof servedRegencies>>
  asked: string
  matches: Place[]
  place: Place | undefined
  below: { code: string; name: string }[]
  desks: Desk[]
}

const shownMatches = 20
export const longestName = 60

/** The offices for a place, or the places that a name may mean. One match is the place itself. */
export const findOffices = async (
  tx: Tx,
  wanted: { code?: string | undefined; name?: string | undefined },
): Promise<Found> => {
  const asked = (wanted.name ?? '').trim().slice(0, longestName)
  const matches = asked.length > 1 ? await placesNamed(tx, asked, shownMatches) : []
  const code = matches.length === 1 ? matches[0]!.code : wanted.code
  const place = code && matches.length < 2 ? await placeByCode(tx, code) : undefined
  return {
    regencies: await servedRegencies(tx),
    asked,
    matches: place ? [] : matches,
    place,
    below: place && place.code.length < villageCode ? await placesBelow(tx, place.code) : [],
    desks: place ? await desksOf(tx, await officesServing(tx, place.code)) : [],
  }
}

const villageCode = 13

/** The nearest first, as the ids come. */
const desksOf = async (tx: Tx, ids: number[]): Promise<Desk[]> => {
  const [offices, contacts] = [await officesById(tx, ids), await contactsOf(tx, ids)]
  return ids.flatMap(id => {
    const office = offices.find(one => one.id === id)
    return office
      ? [
          {
            office,
            contacts: contacts.filter(({ officeId, verifiedOn }) => officeId === id && verifiedOn !== null),
          },
        ]
      : []
  })
}

/** Whether anybody can be called there. */
export const canBeCalled = ({ contacts }: Desk) =>
  contacts.some(({ kind }) => kind === 'phone' || kind === 'whatsapp')
