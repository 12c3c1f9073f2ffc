import { placeOf } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import type { Activity, Plan } from './activity.ts'
import { type Clash, layOver } from './clash.ts'
import { activityForm, type Values, valuesOf } from './form.ts'
import {
  activityById,
  changeActivity,
  colleagues,
  insertActivity,
  insertEvent,
  insertOwners,
  lockActivity,
  replaceOwners,
  replacePeople,
} from './queries.ts'

/** Whether an actor may change an activity: its owners may, and who leads the joint programme. */
export const mayChange = (actor: Actor, { owners }: Pick<Activity, 'owners'>) =>
  may(actor, 'programme.write') && (leads(actor) || owners.some(({ id }) => id === actor.officeId))

export const leads = ({ office }: Pick<Actor, 'office'>) =>
  office.kind === 'bp3mi' || office.kind === 'province'

/** Puts an activity into the joint programme. The own office is among its owners, unless it leads the programme. @returns its id */
export const planActivity = async (tx: Tx, actor: Actor, plan: Plan, sample = false): Promise<number> => {
  await knownPlace(tx, plan.placeCode)
  const owners = leads(actor) ? plan.owners : [...new Set([actor.officeId, ...plan.owners])]
  const id = await insertActivity(tx, { ...rowOf(plan), made_by: actor.staffId, sample })
  // The own office first: who owns an activity may name others.
  if (owners.includes(actor.officeId)) await insertOwners(tx, id, [actor.officeId])
  await insertOwners(tx, id, owners)
  await replacePeople(tx, id, await named(tx, plan.people, []))
  await remember(tx, actor, id, 'plan', 'planned')
  return id
}

/**
 * Writes a change of an activity. What a colleague changed meanwhile stays, unless both changed the same.
 * @param base what the writer saw when beginning @returns where both differ, when the writer has to choose
 * @throws NotFound; Conflict when it is over
 */
export const rewriteActivity = async (
  tx: Tx,
  actor: Actor,
  id: number,
  base: Values,
  next: Values,
): Promise<Clash | undefined> => {
  const activity = await held(tx, actor, id)
  if (activity.state === 'called-off') throw new Conflict('activity.is-over')
  const clash = layOver(base, valuesOf(activity), next)
  if (clash.fields.length > 0) return clash
  const plan = activityForm.parse(clash.merged)
  await knownPlace(tx, plan.placeCode)
  await changeActivity(tx, id, activity.version, rowOf(plan))
  await replacePeople(tx, id, await named(tx, plan.people, activity.people))
  await remember(tx, actor, id, 'change', activity.state)
  await replaceOwners(tx, id, plan.owners)
  return undefined
}

/** The activity, for changing, by nobody else meanwhile. @throws NotFound when it is not the actor's to change */
export const held = async (tx: Tx, actor: Actor, id: number): Promise<Activity> => {
  await lockActivity(tx, id)
  const activity = await activityById(tx, id)
  if (!activity || !mayChange(actor, activity)) throw new NotFound()
  return activity
}

/** Writes a deed into the history of an activity. */
export const remember = (tx: Tx, actor: Actor, id: number, move: string, state: string, note = '') =>
  insertEvent(tx, {
    activity_id: id,
    staff_id: actor.staffId,
    staff_name: actor.name,
    office_id: actor.officeId,
    move,
    to_state: state,
    note,
  })

const rowOf = (plan: Plan) => ({
  kind: plan.kind,
  title: plan.title,
  place_code: plan.placeCode,
  venue: plan.venue,
  audience: plan.audience,
  starts_at: new Date(plan.startsAt.epochMilliseconds),
  ends_at: new Date(plan.endsAt.epochMilliseconds),
  time_zone: plan.startsAt.timeZoneId,
  expected: plan.expected,
  reached: plan.reached,
})

const knownPlace = async (tx: Tx, code: string) => {
  if ((await placeOf(tx, code))[0]?.code !== code) throw new Conflict('activity.place-unknown')
}

/** People by their names: colleagues one can see, and those of another office who stood there before. */
const named = async (tx: Tx, ids: string[], before: Activity['people']) => {
  if (ids.length === 0) return []
  const known = new Map((await colleagues(tx)).map(({ id, name }) => [id, name]))
  for (const { id, name } of before) if (!known.has(id)) known.set(id, name)
  return ids.flatMap(id => (known.has(id) ? [{ id, name: known.get(id)! }] : []))
}
