import { randomUUID } from 'node:crypto'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { returneesWithNeeds } from '../door-queries.ts'
import {
  insertInvitation,
  insertInvitationEvent,
  invitationById,
  invitationsOf,
  settleInvitation,
} from './invitation-queries.ts'
import { type Matched, matcherOf } from './match.ts'
import { canMove, type InvitationMove, invitationMoves, type Programme } from './programme.ts'
import { programmeById } from './queries.ts'

interface By {
  officeId: number
  staffId: string | null
}

/** People of the asking office who meet the conditions, agreed and are not invited yet. */
export const whoFits = async (
  tx: Tx,
  programme: Pick<Programme, 'id' | 'conditions' | 'districtCode'>,
  today: Temporal.PlainDate,
  limit: number,
): Promise<Matched> => {
  const invited = new Set((await invitationsOf(tx, programme.id)).map(({ returneeId }) => returneeId))
  const people = (await returneesWithNeeds(tx)).filter(({ id }) => !invited.has(id))
  return matcherOf(people, today)(programme, limit)
}

/**
 * Invites people of the own office. Whoever no longer fits or is invited already is left out.
 * @returns how many were invited. @throws NotFound; Conflict when the programme is closed
 */
export const invite = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  by: By,
  programmeId: number,
  returneeIds: readonly string[],
): Promise<number> => {
  const programme = await programmeById(tx, programmeId)
  if (!programme) throw new NotFound()
  if (programme.state !== 'open') throw new Conflict('programmes.is-closed')
  const chosen = new Set(returneeIds)
  const { matches } = await whoFits(tx, programme, dayOf(clock()), Number.POSITIVE_INFINITY)
  const at = toDate(clock())
  let invited = 0
  for (const { returnee, reasons } of matches.filter(match => chosen.has(match.returnee.id))) {
    const id = randomUUID()
    const row = { id, programmeId, returneeId: returnee.id, officeId: by.officeId, reasons, at }
    if (!(await insertInvitation(tx, row))) continue
    await insertInvitationEvent(tx, { invitationId: id, staffId: by.staffId, from: null, to: 'invited', at })
    invited++
  }
  return invited
}

/**
 * One step of an invitation. @throws NotFound; Conflict when the step is not open (any more) or no place is left
 */
export const moveInvitation = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  by: By,
  id: string,
  move: InvitationMove,
): Promise<void> => {
  const before = await invitationById(tx, id)
  const programme = before && (await programmeById(tx, before.programmeId))
  if (!programme) throw new NotFound()
  const begun = String(dayOf(clock())) >= programme.startsOn
  if (!canMove(move, before.state, begun)) throw new Conflict('complaint.changed-meanwhile')
  const { to } = invitationMoves[move]
  const at = toDate(clock())
  const settled = await settleInvitation(tx, id, before.state, to, at).catch(asFull)
  if (!settled) throw new Conflict('complaint.changed-meanwhile')
  await insertInvitationEvent(tx, { invitationId: id, staffId: by.staffId, from: before.state, to, at })
}

const asFull = (error: unknown): never => {
  if (isFull(error)) throw new Conflict('programmes.full')
  throw error
}

/** The database let nobody in: all places are taken, or fewer are asked for than are taken. */
export const isFull = (error: unknown) =>
  error instanceof Error && (error as { constraint?: string }).constraint === 'enough_places'
