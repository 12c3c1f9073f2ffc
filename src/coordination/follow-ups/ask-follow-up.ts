import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { agreementById } from '../agreements/queries.ts'
import { blockById } from '../meetings/minutes-queries.ts'
import { meetingById, partnerOffices, partnerPeople } from '../meetings/queries.ts'
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
  await mustBeSeen(tx, given)
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

/** What it comes from is this office's to see. @throws NotFound otherwise */
export const mustBeSeen = async (
  tx: Tx,
  { meetingId, blockId, agreementId }: Pick<NewFollowUp, 'meetingId' | 'blockId' | 'agreementId'>,
) => {
  const missing =
    (meetingId && !(await meetingById(tx, meetingId))) ||
    (blockId && !(meetingId && (await blockById(tx, meetingId, blockId)))) ||
    (agreementId && !(await agreementById(tx, agreementId)))
  if (missing) throw new NotFound()
}
