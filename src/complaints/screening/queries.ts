import type { Tx } from '../../platform/database/database.ts'

export const insertScreening = async (
  tx: Tx,
  row: {
    complaint_id: string
    guidance_version: number
    child: boolean
    made_by: string
    office_id: number
    entry_id: string
  },
) => (await tx.insertInto('complaint_screenings').values(row).returning('id').executeTakeFirstOrThrow()).id

const screenings = (tx: Tx) =>
  tx
    .selectFrom('complaint_screenings as a')
    .innerJoin('offices as o', 'o.id', 'a.office_id')
    .leftJoin('staff as m', 'm.id', 'a.made_by')
    .leftJoin('staff as g', 'g.id', 'a.signed_by')
    .select(['a.id', 'a.complaint_id as complaintId', 'a.guidance_version as guidance', 'a.child'])
    .select(['a.made_at as madeAt', 'a.signed_at as signedAt', 'a.version', 'a.entry_id as entryId'])
    .select(['o.short_name as office', 'm.name as madeBy', 'g.name as signedBy', 'a.office_id as officeId'])

export type ScreeningRow = Awaited<ReturnType<typeof screeningsOf>>[number]

export const screeningsOf = (tx: Tx, complaintId: string) =>
  screenings(tx).where('a.complaint_id', '=', complaintId).orderBy('a.id', 'desc').execute()

export const screeningById = (tx: Tx, complaintId: string, id: number) =>
  screenings(tx).where('a.complaint_id', '=', complaintId).where('a.id', '=', id).executeTakeFirst()

/** @returns false when it has another version by now, or is signed */
export const advanceScreening = async (
  tx: Tx,
  id: number,
  version: number,
  signed?: { by: string; at: Date },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('complaint_screenings')
    .set({ version: version + 1, ...(signed && { signed_by: signed.by, signed_at: signed.at }) })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('signed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
