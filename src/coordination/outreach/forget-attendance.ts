import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import type { Activity } from '../programme/activity.ts'
import { forgetNames, namesInTheClear, replaceName } from './queries.ts'
import { listFor, sealName } from './sealed-names.ts'

/** Long enough to write a report and to answer a question about the list. */
export const daysNamed = 90

const kept = { hours: daysNamed * 24 }

export const namesAreGone = ({ endsAt }: Pick<Activity, 'endsAt'>, now: Temporal.Instant): boolean =>
  endsAt.getTime() < toDate(now.subtract(kept)).getTime()

/** Names of those who came do not stay, sealed as they are: their rows do, and with them every figure. @returns how many went */
export const forgetAttendance = ({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> =>
  db.asJob(tx => forgetNames(tx, toDate(clock().subtract(kept))))

/** Seals what was written in the clear before names were sealed, as far as the office that wrote it has a key by now. @returns how many */
export const sealOldNames = ({ db, secret }: Pick<House, 'db' | 'secret'>): Promise<number> =>
  db.asJob(async tx => {
    let sealed = 0
    for (const { officeId, owners, activityId: id, ...entry } of await namesInTheClear(tx)) {
      const list = await listFor(tx, { id, owners }, officeId)
      if (!list) continue
      await replaceName(tx, entry.formId, list.id)
      await sealName(tx, secret, list, entry)
      sealed++
    }
    return sealed
  })
