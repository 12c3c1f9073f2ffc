import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import { type ActivityMove, activityMoves, canMove } from './activity.ts'
import { held, remember } from './plan-activity.ts'
import { changeActivity, insertOwners, replacePeople } from './queries.ts'

/**
 * Makes a move on an activity and writes it into its history.
 * @throws NotFound when it is not the actor's; Conflict when it has moved on meanwhile, or has not begun yet
 */
export const moveActivity = async (
  tx: Tx,
  actor: Actor,
  id: number,
  move: ActivityMove,
  note: string,
  now: Temporal.Instant,
) => {
  const activity = await held(tx, actor, id)
  const { to, may: permission } = activityMoves[move]
  if (!may(actor, permission)) throw new NotFound()
  if (!canMove(move, activity.state)) throw new Conflict('activity.changed-meanwhile')
  if (to === 'held' && activity.startsAt.getTime() > now.epochMilliseconds)
    throw new Conflict('activity.not-yet')
  await changeActivity(tx, id, activity.version, { state: to })
  await remember(tx, actor, id, move, to, note)
}

/**
 * Two activities become one: the first stays and all own it, the second is called off and points to it.
 * @throws NotFound when one of them is not the actor's; Conflict when one is over
 */
export const joinForces = async (tx: Tx, actor: Actor, keptId: number, givenId: number, note: string) => {
  if (keptId === givenId) throw new NotFound()
  const [first, second] = [Math.min(keptId, givenId), Math.max(keptId, givenId)]
  // Always in the same order, so that two who join the same pair wait for each other.
  const pair = [await held(tx, actor, first), await held(tx, actor, second)] as const
  if (!pair.every(({ state }) => canMove('call-off', state))) throw new Conflict('activity.changed-meanwhile')
  const [kept, given] = pair[0].id === keptId ? pair : [pair[1], pair[0]]
  await insertOwners(
    tx,
    kept.id,
    given.owners.map(({ id }) => id),
  )
  await replacePeople(tx, kept.id, [
    ...kept.people,
    ...given.people.filter(({ id }) => !kept.people.some(person => person.id === id)),
  ])
  const expected =
    kept.expected === null && given.expected === null ? null : (kept.expected ?? 0) + (given.expected ?? 0)
  await changeActivity(tx, kept.id, kept.version, { expected })
  await changeActivity(tx, given.id, given.version, { state: 'called-off', joined_into: kept.id })
  await remember(tx, actor, kept.id, 'join', kept.state, note)
  await remember(tx, actor, given.id, 'join', 'called-off', note)
}
