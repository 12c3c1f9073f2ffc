import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { ComplaintState } from './complaint.ts'

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
