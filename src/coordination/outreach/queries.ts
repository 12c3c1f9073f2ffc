import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Named } from './sealed-names.ts'

/** One who came, as far as it stands in the clear; who it was lies on the list. */
export interface Entry {
  formId: string
  activityId: number
  sex: string
  audience: string
  writtenBy: string
  /** Of the vault; nothing where no name was kept. */
  list: string | null
  /** When the phone at the door noted it, where it waited for a line. */
  takenAt?: Date
}

/** Writes one who came, once, from whichever phone. @returns whether it was new */
export const insertAttendance = async (tx: Tx, entry: Entry): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('activity_attendance')
    .values({
      form_id: entry.formId,
      activity_id: entry.activityId,
      sex: entry.sex,
      audience: entry.audience,
      written_by: entry.writtenBy,
      list: entry.list,
      taken_at: entry.takenAt ?? null,
    })
    .onConflict(oc => oc.column('form_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const strikeAttendance = (tx: Tx, activityId: number, formId: string) =>
  tx
    .deleteFrom('activity_attendance')
    .where('activity_id', '=', activityId)
    .where('form_id', '=', formId)
    .execute()

export const attendanceOf = (tx: Tx, activityId: number) =>
  tx
    .selectFrom('activity_attendance')
    .select(['form_id as formId', 'list', 'sex', 'audience'])
    .select(eb => eb.fn.coalesce('taken_at', 'written_at').as('at'))
    .where('activity_id', '=', activityId)
    .orderBy('written_at', 'desc')
    .orderBy('form_id')
    .execute()

/** Takes the names of those who came to sessions that ended before a day; that they came stays. @returns how many */
export const forgetNames = async (tx: Tx, endedBefore: Date): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('activity_attendance')
    .set({ name: null, origin: '', list: null })
    .where(eb => eb.or([eb('name', 'is not', null), eb('list', 'is not', null)]))
    .where('activity_id', 'in', eb =>
      eb.selectFrom('activities').select('id').where('ends_at', '<', endedBefore),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What programs before 0027 wrote, each with the office of its writer and those that hold the session. */
export const namesInTheClear = async (tx: Tx) =>
  (
    await sql<
      Named & {
        formId: string
        activityId: number
        writtenBy: string
        officeId: number
        owners: { id: number }[]
      }
    >`
      select a.form_id as "formId", a.activity_id as "activityId", a.name, a.origin, a.written_by as "writtenBy", s.office_id as "officeId",
        (select jsonb_agg(jsonb_build_object('id', o.office_id)) from activity_owners o where o.activity_id = a.activity_id) as owners
      from activity_attendance a join staff s on s.id = a.written_by where a.name is not null`.execute(tx)
  ).rows

export const replaceName = (tx: Tx, formId: string, list: string) =>
  tx
    .updateTable('activity_attendance')
    .set({ name: null, origin: '', list })
    .where('form_id', '=', formId)
    .execute()

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
