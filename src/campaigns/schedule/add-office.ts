import { officesById } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { campaignById, ownersOf } from '../plan/queries.ts'
import { giveDuties } from './give-duties.ts'
import { cellsOf, officesWithDuties, roundsOf } from './queries.ts'

/**
 * Lets further offices join a campaign that runs: each gets every material and channel of it, in the weeks that are still to come.
 * @param dueAt when the present week is due for them; of a campaign of one week, the only one
 * @returns how many duties were given
 * @throws NotFound when the campaign is not this actor's or an office is none; Conflict when an office is in it already
 */
export const addOffices = async (
  tx: Tx,
  actor: Actor,
  campaignId: number,
  officeIds: number[],
  dueAt: Date,
): Promise<number> => {
  const campaign = await campaignById(tx, campaignId)
  if (!campaign || !(await ownersOf(tx, campaignId)).includes(actor.officeId)) throw new NotFound()
  if ((await officesById(tx, officeIds)).length < officeIds.length) throw new NotFound()
  const there = await officesWithDuties(tx, campaignId)
  if (officeIds.some(id => there.includes(id))) throw new Conflict('schedule.office-there')
  const rounds = await roundsFrom(tx, campaignId, dueAt)
  const cells = await cellsOf(tx, campaignId)
  const duties = officeIds.flatMap(officeId =>
    rounds.flatMap(({ number, dueAt }) =>
      cells.map(cell => ({ campaignId, officeId, round: number, dueAt, ...cell })),
    ),
  )
  return (await giveDuties(tx, campaign.slug, duties)).length
}

/** The first round due on or after a day stays as it is; when all are over, the last one is due by that day for those who join. */
const roundsFrom = async (tx: Tx, campaignId: number, dueAt: Date) => {
  const rounds = await roundsOf(tx, campaignId)
  const left = rounds.filter(round => round.dueAt >= dueAt)
  return rounds.length === 1 || left.length === 0 ? [{ number: rounds.at(-1)!.number, dueAt }] : left
}
