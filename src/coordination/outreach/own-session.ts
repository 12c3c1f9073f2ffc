import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf } from '../../platform/http/route.ts'
import type { StaffVisit } from '../../staff/index.ts'
import { type Activity, gathers } from '../programme/activity.ts'
import { activityById } from '../programme/queries.ts'

/** The session of the address. @throws NotFound unless the own office holds it: names of those who came are for it alone */
export const ownSession = async (tx: Tx, { c, actor }: StaffVisit): Promise<Activity> => {
  const activity = await activityById(tx, idOf(c) ?? 0)
  if (!activity || !gathers(activity.kind) || !activity.owners.some(({ id }) => id === actor.officeId))
    throw new NotFound()
  return activity
}
