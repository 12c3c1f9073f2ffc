import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../channel.ts'
import type { Duty, DutyMove, DutyState, StoppedWhy } from './duty.ts'

export interface NewDuty {
  campaignId: number
  versionId: number
  officeId: number
  channel: Channel
  round: number
  dueAt: Date
}

/** @returns the ids, in the order of the duties given */
export const insertDuties = async (tx: Tx, duties: NewDuty[]): Promise<number[]> => {
  const rows = await tx
    .insertInto('duties')
    .values(
      duties.map(d => ({
        campaign_id: d.campaignId,
        version_id: d.versionId,
        office_id: d.officeId,
        channel: d.channel,
        round: d.round,
        due_at: d.dueAt,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** One duty. A recall stops it at once, whether or not the house has come round to it. */
export const dutyById = async (
  tx: Tx,
  id: number,
): Promise<(Duty & { title: string; slug: string; officeName: string; timeZone: string }) | undefined> => {
  const row = await tx
    .selectFrom('duties')
    .innerJoin('campaigns', 'campaigns.id', 'duties.campaign_id')
    .innerJoin('offices', 'offices.id', 'duties.office_id')
    .selectAll('duties')
    .select([
      'campaigns.title',
      'campaigns.slug',
      'offices.name as officeName',
      'offices.time_zone as timeZone',
    ])
    .select(
      sql<
        string | null
      >`coalesce(duties.stopped_why, case when is_recalled(duties.version_id) then 'recalled' end)`.as(
        'stopped_why',
      ),
    )
    .where('duties.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      ...toDuty(row),
      title: row.title,
      slug: row.slug,
      officeName: row.officeName,
      timeZone: row.timeZone,
    }
  )
}

/** The duties of one office, the most pressing first: unproven by due date, then what waits, then what is done. */
export const dutiesOfOffice = async (tx: Tx, officeId: number) => {
  const rows = await tx
    .selectFrom('duties')
    .innerJoin('campaigns', 'campaigns.id', 'duties.campaign_id')
    .innerJoin('material_versions', 'material_versions.id', 'duties.version_id')
    .innerJoin('materials', 'materials.id', 'material_versions.material_id')
    .selectAll('duties')
    .select(['campaigns.title', 'materials.title as material'])
    .where('duties.office_id', '=', officeId)
    .orderBy(sql`duties.state in ('accepted', 'excused') or duties.stopped_at is not null`)
    .orderBy(sql`duties.state in ('declared', 'attached')`)
    .orderBy('duties.due_at')
    .orderBy('duties.id')
    .execute()
  return rows.map(row => ({ ...toDuty(row), title: row.title, material: row.material }))
}

/** Duties whose proof waits for the asking office's decision, the oldest first. */
export const dutiesToReview = async (tx: Tx, officeId: number) => {
  const rows = await tx
    .selectFrom('duties')
    .innerJoin('campaigns', 'campaigns.id', 'duties.campaign_id')
    .innerJoin('campaign_owners', 'campaign_owners.campaign_id', 'campaigns.id')
    .innerJoin('material_versions', 'material_versions.id', 'duties.version_id')
    .innerJoin('materials', 'materials.id', 'material_versions.material_id')
    .innerJoin('offices', 'offices.id', 'duties.office_id')
    .selectAll('duties')
    .select(['campaigns.title', 'materials.title as material', 'offices.short_name as office'])
    .where('campaign_owners.office_id', '=', officeId)
    .where('duties.state', 'in', ['declared', 'attached'])
    .orderBy('duties.changed_at')
    .execute()
  return rows.map(row => ({ ...toDuty(row), title: row.title, material: row.material, office: row.office }))
}

/** Moves a duty on, if it still stands where the mover saw it. @returns false when somebody was first */
export const moveDutyRow = async (tx: Tx, id: number, from: readonly DutyState[], to: DutyState) => {
  const { numUpdatedRows } = await tx
    .updateTable('duties')
    .set({ state: to, changed_at: sql`now()` })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Locks the duty against another mover until this transaction ends. @returns its state now */
export const lockDuty = async (tx: Tx, id: number): Promise<DutyState | undefined> =>
  (await tx.selectFrom('duties').select('state').where('id', '=', id).forUpdate().executeTakeFirst())
    ?.state as DutyState | undefined

export const insertEvent = (
  tx: Tx,
  event: {
    dutyId: number
    staffId: string
    officeId: number
    move: DutyMove
    from: DutyState
    to: DutyState
    note: string | null
  },
) =>
  tx
    .insertInto('duty_events')
    .values({
      duty_id: event.dutyId,
      staff_id: event.staffId,
      office_id: event.officeId,
      move: event.move,
      from_state: event.from,
      to_state: event.to,
      note: event.note,
    })
    .execute()

/** What happened to a duty, oldest first. People of other offices are named by their office alone. */
export const eventsOf = (tx: Tx, dutyId: number) =>
  tx
    .selectFrom('duty_events')
    .leftJoin('staff', 'staff.id', 'duty_events.staff_id')
    .innerJoin('offices', 'offices.id', 'duty_events.office_id')
    .select([
      'duty_events.at',
      'duty_events.move',
      'duty_events.to_state as toState',
      'duty_events.note',
      'staff.name',
      'offices.short_name as office',
    ])
    .where('duty_id', '=', dutyId)
    .orderBy('duty_events.id')
    .execute()

export const insertProof = (
  tx: Tx,
  proof: {
    dutyId: number
    url: string | null
    fileKey: string | null
    givenBy: string
    takenAt: Date | null
  },
) =>
  tx
    .insertInto('proofs')
    .values({
      duty_id: proof.dutyId,
      kind: proof.url ? 'link' : 'photo',
      url: proof.url,
      file_key: proof.fileKey,
      given_by: proof.givenBy,
      taken_at: proof.takenAt,
    })
    .execute()

export const proofsOf = (tx: Tx, dutyId: number) =>
  tx
    .selectFrom('proofs')
    .select(['id', 'kind', 'url', 'file_key as fileKey', 'given_at as givenAt', 'taken_at as takenAt'])
    .where('duty_id', '=', dutyId)
    .orderBy('id', 'desc')
    .execute()

export const proofById = (tx: Tx, id: number) =>
  tx
    .selectFrom('proofs')
    .select(['id', 'duty_id as dutyId', 'file_key as fileKey'])
    .where('id', '=', id)
    .executeTakeFirst()

type Row = {
  id: number
  campaign_id: number
  version_id: number
  office_id: number
  channel: string
  due_at: Date
  round: number
  state: string
  changed_at: Date
  stopped_why: string | null
}

const toDuty = (row: Row): Duty => ({
  id: row.id,
  campaignId: row.campaign_id,
  versionId: row.version_id,
  officeId: row.office_id,
  channel: row.channel as Channel,
  dueAt: row.due_at,
  round: row.round,
  state: row.state as DutyState,
  changedAt: row.changed_at,
  stoppedWhy: row.stopped_why as StoppedWhy,
})
