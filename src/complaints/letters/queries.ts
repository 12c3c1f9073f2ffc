import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** The next number of this office in this year; whoever asks second waits for the first to be written or dropped. */
export const nextSerial = async (tx: Tx, officeId: number, year: number): Promise<number> =>
  (
    await tx
      .insertInto('letter_serials')
      .values({ office_id: officeId, year, last: 1 })
      .onConflict(oc =>
        oc.columns(['office_id', 'year']).doUpdateSet({ last: sql<number>`letter_serials.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
  ).last

export const insertLetter = async (
  tx: Tx,
  row: {
    complaint_id: string
    kind: string
    office_id: number
    year: number
    serial: number
    version: number
    entry_id: string
    made_by: string
    made_at: Date
  },
) => (await tx.insertInto('complaint_letters').values(row).returning('id').executeTakeFirstOrThrow()).id

const letters = (tx: Tx, complaintId: string) =>
  tx
    .selectFrom('complaint_letters as l')
    .innerJoin('offices as o', 'o.id', 'l.office_id')
    .leftJoin('staff as s', 's.id', 'l.made_by')
    .select(['l.id', 'l.kind', 'l.office_id as officeId', 'o.short_name as office', 'l.year', 'l.serial'])
    .select([
      'l.version',
      'l.entry_id as entryId',
      'l.made_at as madeAt',
      's.name as madeBy',
      'o.time_zone as zone',
    ])
    .where('l.complaint_id', '=', complaintId)

export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number]

/** Every version of every letter, the latest first. */
export const lettersOf = (tx: Tx, complaintId: string) =>
  letters(tx, complaintId).orderBy('l.id', 'desc').execute()

export const letterById = (tx: Tx, complaintId: string, id: number) =>
  letters(tx, complaintId).where('l.id', '=', id).executeTakeFirst()

export const versionsOfLetter = (tx: Tx, entryId: string) =>
  tx
    .selectFrom('complaint_letters')
    .select(['version', 'made_at as madeAt'])
    .where('entry_id', '=', entryId)
    .orderBy('version')
    .execute()
