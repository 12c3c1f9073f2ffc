import type { Tx } from '../../platform/database/database.ts'
import type { Secret } from '../../platform/secrets.ts'
import type { Actor } from '../../staff/index.ts'
import { type Entry, insertAttendance } from './queries.ts'
import { type Held, listFor, type Named, sealName } from './sealed-names.ts'

/** Writes one who came: who it was sealed, the rest in the clear for the figures. Sent again, from whichever phone, it counts once. */
export const noteAttendance = async (
  tx: Tx,
  secret: Secret,
  activity: Held,
  { staffId, officeId }: Pick<Actor, 'staffId' | 'officeId'>,
  { name, origin, ...entry }: Named & Omit<Entry, 'activityId' | 'writtenBy' | 'list'>,
): Promise<void> => {
  const list = await listFor(tx, activity, officeId)
  const row = { ...entry, activityId: activity.id, writtenBy: staffId, list: list?.id ?? null }
  if ((await insertAttendance(tx, row)) && list)
    await sealName(tx, secret, list, { name, origin, formId: entry.formId, writtenBy: staffId })
}
