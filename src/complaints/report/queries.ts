import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { jsonRows } from '../../platform/database/rows.ts'

/** All of a report that stands in the clear. */
export interface NewReport {
  complaint: {
    id: string
    owner_office_id: number
    channel: string
    reporter_role: string
    anonymous: boolean
    stage: string
    urgency: string
    departs_on: string | null
    origin_code: string | null
    destination: string | null
    routed_by: string
    workflow_version: number
  }
  lookup: Buffer
  /** Given by staff: the person changes it at the first use. */
  handedOut: boolean
  problems: readonly string[]
  marks: readonly { kind: string; whose: string; mark: Buffer }[]
  /** Who filed it, by which rule it went there, and when: now, unless it is part of a sample of the past. */
  filed: { by: 'officer' | 'reporter'; staff_id?: string | undefined; detail: object; at?: Date | undefined }
  clocks: readonly { clock: string; warnAt: Date | null; dueAt: Date | null }[]
}

/** @returns false when this receipt is there already; the transaction has to be given up then */
export const insertReport = async (tx: Tx, report: NewReport): Promise<boolean> => {
  const clocks = report.clocks.map(({ clock, warnAt, dueAt }) => ({ clock, warn_at: warnAt, due_at: dueAt }))
  const { rows } = await sql<{ filed: boolean }>`
    select file_complaint(${jsonRows(report.complaint)}, ${report.lookup}, ${report.handedOut}, ${report.problems},
      ${jsonRows(report.marks)}, ${jsonRows(report.filed)}, ${jsonRows(clocks)}) as filed`.execute(tx)
  return rows[0]!.filed
}

/** What a report needs to know: whether this receipt filed one before, the workflow that counts now, and the days off. */
export const factsForReport = async (tx: Tx, lookup: Buffer) => {
  const { rows } = await sql<{
    filedAs: string | null
    workflow: { id: number; number: number } | null
    daysOff: string[]
  }>`
    select (select complaint_id from complaint_receipts where lookup = ${lookup}) as "filedAs",
      (select json_build_object('id', id, 'number', number) from guidance
        where kind = 'complaint-workflow' and state = 'released' order by number desc limit 1) as workflow,
      array(select day::text from holidays order by day) as "daysOff"`.execute(tx)
  return rows[0]!
}

/** What a receipt finds, when the transaction presents it. */
export const complaintOfReceipt = (tx: Tx, lookup: Buffer) =>
  tx
    .selectFrom('complaint_receipts')
    .select(['complaint_id as complaintId', 'must_change as mustChange', 'seen_event as seenEvent'])
    .where('lookup', '=', lookup)
    .executeTakeFirst()

/** @returns false when this receipt is there already */
export const insertReceipt = async (tx: Tx, lookup: Buffer, complaintId: string, mustChange: boolean) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('complaint_receipts')
    .values({ lookup, complaint_id: complaintId, must_change: mustChange })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const markSeen = (tx: Tx, lookup: Buffer, eventId: number) =>
  tx.updateTable('complaint_receipts').set({ seen_event: eventId }).where('lookup', '=', lookup).execute()

/**
 * The offices that could take a report, nearest first: those that serve the origin, by how closely, then by kind. Only offices
 * that have a key: to others nothing can be sealed.
 */
export const officesToTake = (tx: Tx, kinds: readonly string[], originCode: string | undefined) =>
  tx
    .selectFrom('offices as o')
    .innerJoin('office_keys as k', join =>
      join.onRef('k.office_id', '=', 'o.id').on('k.ended_at', 'is', null),
    )
    .leftJoin('office_regions as r', join =>
      join.onRef('r.office_id', '=', 'o.id').on(sql<boolean>`${originCode ?? ''} like r.region_code || '%'`),
    )
    .select(['o.id', 'o.kind', 'o.name', 'r.region_code as serves'])
    .where('o.kind', 'in', kinds)
    .orderBy(sql`length(coalesce(r.region_code, ''))`, 'desc')
    .orderBy('o.id')
    .execute()

export const deleteReceipt = (tx: Tx, lookup: Buffer) =>
  tx.deleteFrom('complaint_receipts').where('lookup', '=', lookup).execute()
