import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor, Bearer, OfficeKeys } from '../../staff/index.ts'
import { bandOf, codesOf } from '../register/form.ts'
import { registerReturnee } from '../register/register-returnee.ts'
import { insertArrivalEvent } from './event-queries.ts'
import { personsOfArrival } from './queries.ts'
import { openPersons } from './read-arrival.ts'

interface Asked {
  arrivalId: string
  personId: string
  /** Needs and the rest, as the form of the register has them; the place is the one of the arrival. */
  told: Omit<Parameters<typeof codesOf>[0], 'district' | 'village'> & { words: string; motive: string }
  receipt: Bearer
}

/**
 * Puts somebody who arrived into the register, with the needs asked at the hand-over; who it is comes from the arrival, opened
 * with a motive. @returns the record's id. @throws NotFound; Conflict when the person is registered already
 */
export const registerArrived = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { arrivalId, personId, told, receipt }: Asked,
): Promise<string> => {
  const person = (await personsOfArrival(tx, arrivalId)).find(one => one.id === personId)
  if (!person) throw new NotFound()
  if (person.returneeId) throw new Conflict('arrivals.registered-already')
  const opened = await openPersons(house, tx, actor, keys, arrivalId, told.motive)
  const who = opened.persons[person.place]
  if (!who) throw new NotFound()
  const today = dayOf(house.clock(), actor.office.timeZone)
  const place = { district: '', village: '' }
  await insertArrivalEvent(tx, arrivalId, actor.staffId, 'registered')
  return registerReturnee(
    house,
    tx,
    {
      ...codesOf({ ...told, ...place }, person.originCode, bandOf(who.bornOn, today)),
      ownerOfficeId: actor.officeId,
      channel: 'arrival',
      arrivalPersonId: personId,
      complaintId: person.complaintId,
      person: who,
      words: told.words,
    },
    { staffId: actor.staffId, receipt },
  )
}
