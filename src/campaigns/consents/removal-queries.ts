import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Removal, RemovalMove, RemovalState } from './removal.ts'

export type ShownRemoval = Removal & { office: string; asker: string; material: string; headline: string }

/** Removals that the asking office has to do or follows: those still open first, then by their day. */
export const removalsSeen = async (tx: Tx): Promise<ShownRemoval[]> =>
  (
    await shown(tx)
      .orderBy(sql`removals.state = 'confirmed'`)
      .orderBy('due_on')
      .orderBy('removals.id')
      .limit(2000)
      .execute()
  ).map(toRemoval)

export const removalById = async (tx: Tx, id: number): Promise<ShownRemoval | undefined> => {
  const row = await shown(tx).where('removals.id', '=', id).executeTakeFirst()
  return row && toRemoval(row)
}

/** How many publications an office has yet to take down. */
export const removalsToDo = async (tx: Tx, officeId: number): Promise<number> =>
  (
    await tx
      .selectFrom('removals')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('office_id', '=', officeId)
      .where('state', '=', 'told')
      .executeTakeFirstOrThrow()
  ).count

/** Moves a removal on, if it still stands where the mover saw it. */
export const moveRemovalRow = async (
  tx: Tx,
  id: number,
  from: readonly RemovalState[],
  set: { state: RemovalState; at: Date; proof?: { key: string } | { url: string } },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('removals')
    .set({
      state: set.state,
      changed_at: set.at,
      ...(set.proof && {
        proof_key: 'key' in set.proof ? set.proof.key : null,
        proof_url: 'url' in set.proof ? set.proof.url : null,
      }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const insertRemovalEvent = (
  tx: Tx,
  event: {
    removalId: number
    at: Date
    staffId: string
    officeId: number
    move: RemovalMove
    from: RemovalState
    to: RemovalState
    note: string | null
  },
) =>
  tx
    .insertInto('removal_events')
    .values({
      removal_id: event.removalId,
      at: event.at,
      staff_id: event.staffId,
      office_id: event.officeId,
      move: event.move,
      from_state: event.from,
      to_state: event.to,
      note: event.note,
    })
    .execute()

/** What happened to a removal, oldest first. People of other offices are named by their office alone. */
export const removalEvents = async (tx: Tx, removalId: number) =>
  (
    await tx
      .selectFrom('removal_events as e')
      .leftJoin('staff', 'staff.id', 'e.staff_id')
      .innerJoin('offices', 'offices.id', 'e.office_id')
      .select(['e.at', 'e.move', 'e.note', 'staff.name', 'offices.short_name as office'])
      .where('removal_id', '=', removalId)
      .orderBy('e.id')
      .execute()
  ).map(row => ({ ...row, move: row.move as RemovalMove }))

const shown = (tx: Tx) =>
  tx
    .selectFrom('removals')
    .innerJoin('offices', 'offices.id', 'removals.office_id')
    .innerJoin('offices as askers', 'askers.id', 'removals.asked_office_id')
    .innerJoin('material_versions as v', 'v.id', 'removals.version_id')
    .leftJoin('materials', 'materials.id', 'v.material_id')
    .selectAll('removals')
    .select(['offices.short_name as office', 'askers.name as asker', 'materials.title', 'v.headline'])

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

const toRemoval = (row: Row): ShownRemoval => ({
  id: row.id,
  dutyId: row.duty_id,
  versionId: row.version_id,
  officeId: row.office_id,
  askedOfficeId: row.asked_office_id,
  channel: row.channel as Removal['channel'],
  state: row.state as RemovalState,
  toldAt: row.told_at,
  dueOn: row.due_on,
  changedAt: row.changed_at,
  proof: row.proof_key ? { key: row.proof_key } : row.proof_url ? { url: row.proof_url } : undefined,
  office: row.office,
  asker: row.asker,
  material: row.title ?? row.headline,
  headline: row.headline,
})
