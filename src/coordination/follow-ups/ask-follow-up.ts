import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { partnerOffices, partnerPeople } from '../meetings/queries.ts'
import { followUpById, insertFollowUp, insertFollowUpEvent, type NewFollowUp, setPerson } from './queries.ts'

/**
 * Asks an office for something by a day.
 * @returns its id. @throws NotFound when the office is none that this one works with, or the person is not of that office
 */
export const askFollowUp = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  actor: Actor,
  given: NewFollowUp,
  sample = false,
): Promise<number> => {
  if (!(await partnerOffices(tx)).includes(given.officeId)) throw new NotFound()
  await mustBeThere(tx, given.officeId, given.personId)
  const id = await insertFollowUp(tx, actor, given, sample)
  const { staffId, officeId } = actor
  const at = toDate(clock())
  await insertFollowUpEvent(tx, {
    followUpId: id,
    staffId,
    officeId,
    move: 'ask',
    from: 'open',
    to: 'open',
    note: null,
    at,
  })
  return id
}

/** The office that has to do it says who does. @throws NotFound for another office's follow-up or person */
export const nameFollowUpPerson = async (tx: Tx, actor: Actor, id: number, personId: string | null) => {
  const followUp = await followUpById(tx, id)
  if (followUp?.officeId !== actor.officeId) throw new NotFound()
  await mustBeThere(tx, actor.officeId, personId)
  await setPerson(tx, id, personId)
}

const mustBeThere = async (tx: Tx, officeId: number, personId: string | null) => {
  if (personId === null) return
  const people = await partnerPeople(tx)
  if (!people.some(person => person.id === personId && person.officeId === officeId)) throw new NotFound()
}
