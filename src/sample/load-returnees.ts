import { regencyOf, takingOffice } from '../complaints/index.ts'
import { dayOf } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { keepArrival } from '../returnees/arrivals/keep-arrival.ts'
import { personContent } from '../returnees/contents.ts'
import { checkReturnees } from '../returnees/likeness/check-returnees.ts'
import { bandOf } from '../returnees/register/form.ts'
import { registerReturnee } from '../returnees/register/register-returnee.ts'
import { readSample } from './read-sample.ts'

interface SampleReturnee {
  name: string
  sex: string
  bornOn: string
  phone: string
  district: string
  country: string
  sector: string
  wayBack: string
  needs: string[]
  skills: string[]
  wishes: string[]
  consents: string[]
  /** Days before today. */
  ago: number
  channel: 'staff' | 'self'
  words: string
}

interface SampleArrival {
  office: string
  /** Days after today. */
  in: number
  at: string
  flight: string
  country: string
  meeter: string
  place: string
  onward: string
  letter: string
  persons: { name: string; passport: string; bornOn: string; district: string; address: string }[]
}

/** Invented returned workers over the districts, and arrivals in the next days; the offices must have their keys. */
export const loadReturnees = async (
  house: House,
  offices: Map<string, number>,
  people: Map<string, string>,
): Promise<void> => {
  await house.db.asJob(async tx => {
    const today = dayOf(house.clock())
    for (const told of readSample<SampleReturnee>('returnees.json').toSorted((a, b) => b.ago - a.ago))
      await register(house, tx, told, today, offices.get('BP3MI Sulteng')!)
    for (const told of readSample<SampleArrival>('arrivals.json'))
      await expect(house, tx, told, today, offices.get(told.office)!, people)
  })
  await checkReturnees(house)
}

const register = async (
  house: House,
  tx: Tx,
  told: SampleReturnee,
  today: Temporal.PlainDate,
  bp3mi: number,
) => {
  const { district, country, ago, name, phone, bornOn } = told
  const registered = house.clock().subtract({ hours: 24 * ago })
  const taking = await takingOffice(tx, { to: 'district' }, district)
  // Where no district office has a key yet, BP3MI writes down whom it meets.
  const ownerOfficeId = taking.kind === 'district' || told.channel === 'self' ? taking.id : bp3mi
  await registerReturnee(
    house,
    tx,
    {
      ...told,
      ownerOfficeId,
      originCode: district,
      destination: country,
      ageBand: bandOf(bornOn, today),
      returnedMonth: String(dayOf(registered).subtract({ days: 20 }).with({ day: 1 })),
      person: personContent.parse({ name, phone, bornOn }),
      sampleOf: new Date(registered.epochMilliseconds),
    },
    {},
  )
}

const expect = async (
  house: House,
  tx: Tx,
  told: SampleArrival,
  today: Temporal.PlainDate,
  officeId: number,
  people: Map<string, string>,
) => {
  const { at, flight, country, place, onward, letter } = told
  const journey = {
    arrivesOn: String(today.add({ days: told.in })),
    arrivesAt: at || null,
    flight: flight || null,
    comingFrom: country,
    meeterId: people.get(told.meeter) ?? null,
    otherMeeter: false,
    placeKnown: place !== '',
    onward: onward || null,
  }
  const persons = told.persons.map(({ district, ...person }) => ({
    person: personContent.parse(person),
    originCode: regencyOf(district) ?? null,
  }))
  const plan = { meeter: '', place, note: '' }
  await keepArrival(house, tx, { officeId, staffId: null }, { journey, plan, persons, letter }, true)
}
