import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface NewComplaint {
  id: string
  ownerOfficeId: number
  channel: string
  reporterRole: string
  anonymous: boolean
  stage: string
  urgency: string
  departsOn: string | null
  originCode: string | null
  destination: string | null
  routedBy: string
  workflowVersion: number
  /** Of a sample: when it is said to have come. */
  sampleOf?: Date | undefined
}

export const insertComplaint = (tx: Tx, report: NewComplaint) =>
  tx
    .insertInto('complaints')
    .values({
      id: report.id,
      owner_office_id: report.ownerOfficeId,
      channel: report.channel,
      reporter_role: report.reporterRole,
      anonymous: report.anonymous,
      stage: report.stage,
      urgency: report.urgency,
      departs_on: report.departsOn,
      origin_code: report.originCode,
      destination: report.destination,
      routed_by: report.routedBy,
      workflow_version: report.workflowVersion,
      ...(report.sampleOf && { received_at: report.sampleOf, changed_at: report.sampleOf, sample: true }),
    })
    .execute()

export const insertProblems = (tx: Tx, complaintId: string, codes: readonly string[]) =>
  codes.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('complaint_problems')
        .values(codes.map(code => ({ complaint_id: complaintId, code })))
        .onConflict(oc => oc.doNothing())
        .execute()

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

export const insertMarks = (
  tx: Tx,
  complaintId: string,
  marks: readonly { kind: string; whose: string; mark: Buffer }[],
) =>
  marks.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('complaint_marks')
        .values(marks.map(mark => ({ complaint_id: complaintId, ...mark })))
        .onConflict(oc => oc.doNothing())
        .execute()

export const deleteReceipt = (tx: Tx, lookup: Buffer) =>
  tx.deleteFrom('complaint_receipts').where('lookup', '=', lookup).execute()
