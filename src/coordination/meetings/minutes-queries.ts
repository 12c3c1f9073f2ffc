import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Block, BlockKind } from './meeting.ts'

export interface BlockWords {
  kind: BlockKind
  body: string
  removed: boolean
}

interface Writer {
  staffId: string
  officeId: number
  at: Date
}

export const insertBlock = async (
  tx: Tx,
  meetingId: number,
  { kind, body }: Pick<BlockWords, 'kind' | 'body'>,
  { staffId, officeId, at }: Writer,
): Promise<number> => {
  const { id } = await tx
    .insertInto('minutes_blocks')
    .values({ meeting_id: meetingId, kind, body, staff_id: staffId, office_id: officeId, written_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepText(tx, id, 1, { kind, body, removed: false }, { staffId, officeId, at })
  return id
}

/** Writes over that version of a block; its earlier texts stay. @returns false when it is another version by now */
export const rewriteBlock = async (
  tx: Tx,
  id: number,
  seen: number,
  words: BlockWords,
  writer: Writer,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('minutes_blocks')
    .set({
      ...words,
      version: seen + 1,
      staff_id: writer.staffId,
      office_id: writer.officeId,
      written_at: writer.at,
    })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await keepText(tx, id, seen + 1, words, writer)
  return true
}

export const blocksOf = async (tx: Tx, meetingId: number): Promise<Block[]> =>
  (
    await blocks(tx)
      .where('meeting_id', '=', meetingId)
      .where('removed', '=', false)
      .orderBy('b.id')
      .execute()
  ).map(toBlock)

export const blockById = async (tx: Tx, meetingId: number, id: number): Promise<Block | undefined> => {
  const row = await blocks(tx).where('b.id', '=', id).where('meeting_id', '=', meetingId).executeTakeFirst()
  return row && toBlock(row)
}

/** Earlier texts of the blocks of a meeting, newest first. */
export const earlierTexts = (tx: Tx, meetingId: number) =>
  tx
    .selectFrom('minutes_texts as t')
    .innerJoin('minutes_blocks as b', 'b.id', 't.block_id')
    .select(['t.block_id as blockId', 't.version', 't.body', 't.written_at as writtenAt'])
    .select(sql<string | null>`name_of_staff(t.staff_id)`.as('writer'))
    .where('b.meeting_id', '=', meetingId)
    .whereRef('t.version', '<', 'b.version')
    .orderBy('t.block_id')
    .orderBy('t.version', 'desc')
    .execute()

export const insertAttendance = (
  tx: Tx,
  meetingId: number,
  staffId: string,
  person: { name: string; officeId: number | null; organisation: string | null; position: string },
) =>
  tx
    .insertInto('meeting_attendance')
    .values({
      meeting_id: meetingId,
      name: person.name,
      office_id: person.officeId,
      organisation: person.organisation,
      position: person.position,
      added_by: staffId,
    })
    .onConflict(oc => oc.doNothing())
    .execute()

export const deleteAttendance = (tx: Tx, meetingId: number, id: number) =>
  tx.deleteFrom('meeting_attendance').where('id', '=', id).where('meeting_id', '=', meetingId).execute()

export const attendanceOf = (tx: Tx, meetingId: number) =>
  tx
    .selectFrom('meeting_attendance as a')
    .leftJoin('offices as o', 'o.id', 'a.office_id')
    .select(['a.id', 'a.name', 'a.position', 'a.office_id as officeId'])
    .select(sql<string>`coalesce(o.name, a.organisation)`.as('from'))
    .where('meeting_id', '=', meetingId)
    .orderBy(sql`a.office_id nulls last`)
    .orderBy('a.name')
    .execute()

const keepText = (
  tx: Tx,
  blockId: number,
  version: number,
  words: BlockWords,
  { staffId, officeId, at }: Writer,
) =>
  tx
    .insertInto('minutes_texts')
    .values({ block_id: blockId, version, ...words, staff_id: staffId, office_id: officeId, written_at: at })
    .execute()

const blocks = (tx: Tx) =>
  tx
    .selectFrom('minutes_blocks as b')
    .innerJoin('offices as o', 'o.id', 'b.office_id')
    .select(['b.id', 'b.kind', 'b.body', 'b.version', 'b.removed', 'b.written_at as writtenAt'])
    .select('o.short_name as office')
    .select(sql<string>`coalesce(name_of_staff(b.staff_id), '')`.as('writer'))

const toBlock = (row: Omit<Block, 'kind'> & { kind: string }): Block => ({
  ...row,
  kind: row.kind as BlockKind,
})
