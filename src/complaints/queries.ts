import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { ComplaintState } from './complaint.ts'

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

/** One thing that happened to a case. `detail` holds codes and numbers, never a person's words. */
export interface Happening {
  complaintId: string
  by: 'officer' | 'reporter' | 'house'
  staffId?: string | undefined
  officeId?: number | undefined
  deed: string
  from?: ComplaintState | undefined
  to?: ComplaintState | undefined
  detail?: Record<string, string | number | boolean | null>
  entryId?: string | undefined
  /** Now, unless it is part of a sample of the past. */
  at?: Date | undefined
}

export const insertHappening = (tx: Tx, happening: Happening) => insertHappenings(tx, [happening])

/** In the order in which they happened. */
export const insertHappenings = (tx: Tx, happenings: readonly Happening[]) =>
  tx
    .insertInto('complaint_events')
    .values(
      happenings.map(happening => ({
        complaint_id: happening.complaintId,
        by: happening.by,
        staff_id: happening.staffId ?? null,
        office_id: happening.officeId ?? null,
        deed: happening.deed,
        from_state: happening.from ?? null,
        to_state: happening.to ?? null,
        detail: JSON.stringify(happening.detail ?? {}),
        entry_id: happening.entryId ?? null,
        ...(happening.at && { at: happening.at }),
      })),
    )
    .execute()

export const happeningsOf = (tx: Tx, complaintId: string) =>
  tx
    .selectFrom('complaint_events as e')
    .leftJoin('staff as s', 's.id', 'e.staff_id')
    .leftJoin('offices as o', 'o.id', 'e.office_id')
    .select([
      'e.id',
      'e.at',
      'e.by',
      's.name as staff',
      'o.short_name as office',
      'e.office_id as officeId',
      'e.deed',
      'e.from_state as from',
      'e.to_state as to',
      'e.detail',
      'e.entry_id as entryId',
    ])
    .where('e.complaint_id', '=', complaintId)
    .orderBy('e.id')
    .execute()

export const problemsOf = async (tx: Tx, complaintId: string) =>
  (
    await tx
      .selectFrom('complaint_problems')
      .select('code')
      .where('complaint_id', '=', complaintId)
      .orderBy('code')
      .execute()
  ).map(({ code }) => code)

export const complaintById = (tx: Tx, id: string) =>
  tx
    .selectFrom('complaints as c')
    .innerJoin('offices as o', 'o.id', 'c.owner_office_id')
    .leftJoin('staff as s', 's.id', 'c.assignee_id')
    .leftJoin('regions as r', 'r.code', 'c.origin_code')
    .select([
      'c.id',
      'c.number',
      'c.owner_office_id as ownerOfficeId',
      'o.name as owner',
      'c.assignee_id as assigneeId',
      's.name as assignee',
      'c.state',
      'c.channel',
      'c.reporter_role as reporterRole',
      'c.anonymous',
      'c.stage',
      'c.urgency',
      'c.departs_on as departsOn',
      'c.procedural',
      'c.origin_code as originCode',
      'r.name as origin',
      'c.destination',
      'c.sector',
      'c.routed_by as routedBy',
      'c.received_at as receivedAt',
      'c.changed_at as changedAt',
      'c.version',
      'c.ground',
      'c.closed_at as closedAt',
      'c.merged_into as mergedInto',
      'c.outside_numbers as outsideNumbers',
      'c.sample',
    ])
    .select(eb =>
      eb
        .selectFrom('complaint_problems as p')
        .whereRef('p.complaint_id', '=', 'c.id')
        .select(sql<string[]>`coalesce(array_agg(p.code order by p.code), '{}')`.as('codes'))
        .as('problems'),
    )
    .where('c.id', '=', id)
    .executeTakeFirst()

/** @returns whether it stood in one of these states: of two who move it at once, one does */
export const moveState = async (
  tx: Tx,
  id: string,
  from: readonly ComplaintState[],
  change: { to: ComplaintState; ground?: string | null; mergedInto?: string | null },
) => {
  const closed = change.to === 'closed' || change.to === 'contested'
  const { numUpdatedRows } = await tx
    .updateTable('complaints')
    .set(eb => ({
      state: change.to,
      changed_at: eb.fn('now', []),
      version: eb('version', '+', 1),
      closed_at: closed ? eb.fn.coalesce('closed_at', eb.fn<Date>('now', [])) : null,
      ground: closed ? (change.ground ?? eb.ref('ground')) : null,
      merged_into: change.mergedInto ?? null,
    }))
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
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

/** Starts clocks of a case, where they do not run yet. */
export const insertClocks = (
  tx: Tx,
  rows: { complaintId: string; clock: string; part?: number; warnAt: Date | null; dueAt: Date | null }[],
) =>
  rows.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('complaint_clocks')
        .values(
          rows.map(({ complaintId, clock, part = 0, warnAt, dueAt }) => ({
            complaint_id: complaintId,
            clock,
            part,
            warn_at: warnAt,
            due_at: dueAt,
          })),
        )
        .onConflict(oc => oc.doNothing())
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

/** Whether this office holds the case or has it shared. */
export const readsCase = async (tx: Tx, id: string, officeId: number) => {
  const row = await tx
    .selectFrom('complaints as c')
    .leftJoin('complaint_shares as s', join =>
      join.onRef('s.complaint_id', '=', 'c.id').on('s.office_id', '=', officeId).on('s.until', 'is', null),
    )
    .select(['c.owner_office_id as owner', 's.office_id as shared'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row !== undefined && (row.owner === officeId || row.shared === officeId)
}

export const insertIdentityOpening = (
  tx: Tx,
  row: { complaint_id: string; staff_id: string; office_id: number; motive: string },
) => tx.insertInto('identity_openings').values(row).execute()
