import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { Locked, type OfficeKeys, type StaffVisit } from '../../staff/index.ts'
import type { Activity } from '../programme/activity.ts'
import { namesAreGone } from './forget-attendance.ts'
import { ownSession } from './own-session.ts'
import { attendanceOf } from './queries.ts'
import { listFor, type Named, openNames } from './sealed-names.ts'

/** Whether names can be shown: open; the reader's vault is locked; the reader holds no key; taken away; the office has no key to seal to. */
export type NamesState = 'open' | 'locked' | 'sealed' | 'gone' | 'unkept'

export interface Attendance {
  activity: Activity
  names: NamesState
  entries: (Awaited<ReturnType<typeof attendanceOf>>[number] & { named: Named | undefined })[]
}

/** Who came to a session of the own office: everybody who may write there sees how many, the holders of its key see who. @throws NotFound */
export const readAttendance = async ({ db, clock }: House, visit: StaffVisit): Promise<Attendance> => {
  const reading = (keys?: OfficeKeys, closed: NamesState = 'open') =>
    db.asActor(visit.actor, async tx => {
      const activity = await ownSession(tx, visit)
      const rows = await attendanceOf(tx, activity.id)
      const lists = rows.flatMap(({ list }) => list ?? [])
      const named = keys ? await openNames(tx, lists, keys) : new Map<string, Named>()
      const kept = lists.length > 0 || (await listFor(tx, activity, visit.actor.officeId))
      const names = namesAreGone(activity, clock()) ? 'gone' : kept ? closed : 'unkept'
      return {
        activity,
        names,
        entries: rows.map(row => ({ ...row, named: named.get(row.formId) })),
      } as const
    })
  try {
    return await visit.withKeys(keys => reading(keys))
  } catch (error) {
    if (error instanceof Locked) return reading(undefined, 'locked')
    if (error instanceof Conflict && error.key === 'keys.not-granted') return reading(undefined, 'sealed')
    throw error
  }
}
