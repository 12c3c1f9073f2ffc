import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface Entry {
  formId: string
  activityId: number
  name: string
  origin: string
  sex: string
  audience: string
  writtenBy: string
  /** When the phone at the door noted it, where it waited for a line. */
  takenAt?: Date
}

/** Writes one who came. Sent again, from whichever phone, it counts once. */
export const insertAttendance = (tx: Tx, entry: Entry) =>
  tx
    .insertInto('activity_attendance')
    .values({
      form_id: entry.formId,
      activity_id: entry.activityId,
      name: entry.name,
      origin: entry.origin,
      sex: entry.sex,
      audience: entry.audience,
      written_by: entry.writtenBy,
      taken_at: entry.takenAt ?? null,
    })
    .onConflict(oc => oc.column('form_id').doNothing())
    .execute()

export const strikeAttendance = (tx: Tx, activityId: number, formId: string) =>
  tx
    .deleteFrom('activity_attendance')
    .where('activity_id', '=', activityId)
    .where('form_id', '=', formId)
    .execute()

export const attendanceOf = (tx: Tx, activityId: number) =>
  tx
    .selectFrom('activity_attendance')
    .select(['form_id as formId', 'name', 'origin', 'sex', 'audience'])
    .where('activity_id', '=', activityId)
    .orderBy('written_at', 'desc')
    .execute()

/** Takes the names of those who came to sessions that ended before a day; that they came stays. @returns how many */
export const forgetNames = async (tx: Tx, endedBefore: Date): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('activity_attendance')
    .set({ name: null, origin: '' })
    .where('name', 'is not', null)
    .where('activity_id', 'in', eb =>
      eb.selectFrom('activities').select('id').where('ends_at', '<', endedBefore),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** How many came, by sex and by who they are: figures may be read by all who read the programme. */
export const attendanceCounts = async (tx: Tx, activityId: number) =>
  (
    await sql<{ sex: string; audience: string; count: number }>`
      select sex, audience, count from attendance_counts(${activityId})`.execute(tx)
  ).rows

export const reportOf = (tx: Tx, activityId: number) =>
  tx
    .selectFrom('session_reports')
    .select(['covered', 'questions', 'version'])
    .where('activity_id', '=', activityId)
    .executeTakeFirst()

/** Writes the report over the version it was made from. @param from 0 where none was yet @returns whether it was still that one */
export const writeReport = async (
  tx: Tx,
  activityId: number,
  from: number,
  { covered, questions, staffId }: { covered: string; questions: string[]; staffId: string },
): Promise<boolean> => {
  const row = { covered, questions, written_by: staffId }
  if (from === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('session_reports')
      .values({ activity_id: activityId, ...row })
      .onConflict(oc => oc.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('session_reports')
    .set(eb => ({ ...row, version: eb('version', '+', 1), written_at: eb.fn('now', []) }))
    .where('activity_id', '=', activityId)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
