import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../channel.ts'
import { type DutyState, openStates, type StoppedWhy } from '../duties/duty.ts'
import type { Round } from './rounds.ts'

export const insertRounds = (tx: Tx, campaignId: number, rounds: Round[]) =>
  tx
    .insertInto('campaign_rounds')
    .values(rounds.map(({ number, dueAt }) => ({ campaign_id: campaignId, number, due_at: dueAt })))
    .execute()

export const roundsOf = (tx: Tx, campaignId: number): Promise<Round[]> =>
  tx
    .selectFrom('campaign_rounds')
    .select(['number', 'due_at as dueAt'])
    .where('campaign_id', '=', campaignId)
    .orderBy('number')
    .execute()

/** A duty as the lists and the calendar show it. */
export interface ListedDuty {
  id: number
  campaignId: number
  title: string
  material: string
  versionId: number
  officeId: number
  office: string
  timeZone: string
  channel: Channel
  round: number
  dueAt: Date
  state: DutyState
  stoppedWhy: StoppedWhy
}

const listed = (tx: Tx) =>
  tx
    .selectFrom('duties')
    .innerJoin('campaigns', 'campaigns.id', 'duties.campaign_id')
    .innerJoin('offices', 'offices.id', 'duties.office_id')
    .innerJoin('material_versions', 'material_versions.id', 'duties.version_id')
    .select([
      'duties.id',
      'duties.campaign_id as campaignId',
      'campaigns.title',
      'material_versions.headline as material',
      'duties.version_id as versionId',
      'duties.office_id as officeId',
      'offices.short_name as office',
      'offices.time_zone as timeZone',
      'duties.channel',
      'duties.round',
      'duties.due_at as dueAt',
      'duties.state',
      'duties.stopped_why as stoppedWhy',
    ])

const asListed = (
  row: Omit<ListedDuty, 'channel' | 'state' | 'stoppedWhy'> & {
    channel: string
    state: string
    stoppedWhy: string | null
  },
): ListedDuty => ({
  ...row,
  channel: row.channel as Channel,
  state: row.state as DutyState,
  stoppedWhy: row.stoppedWhy as StoppedWhy,
})

export interface DutyFilter {
  campaignId: number
  round?: number | undefined
  officeId?: number | undefined
  view: 'open' | 'overdue' | 'excused' | 'all'
}

/** Duties of a campaign that the asker may see, by due date, the first of them only. */
export const dutiesIn = async (
  tx: Tx,
  filter: DutyFilter,
  now: Date,
  limit: number,
): Promise<ListedDuty[]> => {
  const { campaignId, round, officeId, view } = filter
  let query = listed(tx).where('duties.campaign_id', '=', campaignId)
  if (round) query = query.where('duties.round', '=', round)
  if (officeId) query = query.where('duties.office_id', '=', officeId)
  if (view === 'open' || view === 'overdue')
    query = query.where('duties.state', 'in', openStates).where('duties.stopped_at', 'is', null)
  if (view === 'overdue') query = query.where('duties.due_at', '<', now)
  if (view === 'excused') query = query.where('duties.state', '=', 'excused')
  const rows = await query
    .orderBy('duties.due_at')
    .orderBy('duties.office_id')
    .orderBy('duties.id')
    .limit(limit)
    .execute()
  return rows.map(asListed)
}

/** Duties due between two moments, of one office or of all that the asker may see. */
export const dutiesBetween = async (
  tx: Tx,
  from: Date,
  to: Date,
  officeId: number | undefined,
): Promise<ListedDuty[]> => {
  let query = listed(tx).where('duties.due_at', '>=', from).where('duties.due_at', '<', to)
  if (officeId) query = query.where('duties.office_id', '=', officeId)
  return (
    await query.orderBy('duties.due_at').orderBy('duties.office_id').orderBy('duties.id').execute()
  ).map(asListed)
}

/** These duties, held against any other mover until the transaction ends. */
export const lockDuties = async (tx: Tx, campaignId: number, ids: number[]): Promise<ListedDuty[]> =>
  (
    await listed(tx)
      .where('duties.campaign_id', '=', campaignId)
      .where('duties.id', 'in', ids)
      .orderBy('duties.id')
      .forUpdate('duties')
      .execute()
  ).map(asListed)

export const setDue = (tx: Tx, id: number, dueAt: Date) =>
  tx.updateTable('duties').set({ due_at: dueAt, changed_at: sql`now()` }).where('id', '=', id).execute()

/** A deed of the owner in the duty's history; its state may stay as it is. */
export const insertDeed = (
  tx: Tx,
  deed: {
    dutyId: number
    staffId: string
    officeId: number
    move: string
    from: DutyState
    to: DutyState
    note: string
  },
) =>
  tx
    .insertInto('duty_events')
    .values({
      duty_id: deed.dutyId,
      staff_id: deed.staffId,
      office_id: deed.officeId,
      move: deed.move,
      from_state: deed.from,
      to_state: deed.to,
      note: deed.note,
    })
    .execute()

/** Who last moved the due date of these duties, excused or resumed them. */
export const lastDeeds = (tx: Tx, dutyIds: number[]) =>
  tx
    .selectFrom('duty_events as e')
    .innerJoin('offices as o', 'o.id', 'e.office_id')
    .distinctOn('e.duty_id')
    .select(['e.duty_id as dutyId', 'e.at', 'o.short_name as office'])
    .where('e.duty_id', 'in', dutyIds)
    .orderBy('e.duty_id')
    .orderBy('e.id', 'desc')
    .execute()

export const officesWithDuties = async (tx: Tx, campaignId: number): Promise<number[]> =>
  (
    await tx
      .selectFrom('duties')
      .select('office_id')
      .distinct()
      .where('campaign_id', '=', campaignId)
      .orderBy('office_id')
      .execute()
  ).map(row => row.office_id)

/** What a campaign gives every office: material x channel. */
export const cellsOf = async (
  tx: Tx,
  campaignId: number,
): Promise<{ versionId: number; channel: Channel }[]> =>
  (
    await tx
      .selectFrom('duties')
      .select(['version_id as versionId', 'channel'])
      .distinct()
      .where('campaign_id', '=', campaignId)
      .orderBy('version_id')
      .orderBy('channel')
      .execute()
  ).map(row => ({ ...row, channel: row.channel as Channel }))

/** The duty of another office for the same material, channel and week, if it has one. */
export const sameDutyOf = async (
  tx: Tx,
  { campaignId, versionId, channel, round }: ListedDuty,
  officeId: number,
): Promise<{ id: number; state: string } | undefined> =>
  tx
    .selectFrom('duties')
    .select(['id', 'state'])
    .where('campaign_id', '=', campaignId)
    .where('version_id', '=', versionId)
    .where('channel', '=', channel)
    .where('round', '=', round)
    .where('office_id', '=', officeId)
    .executeTakeFirst()

/** Offices that have a duty which the asker may see. */
export const officesSeen = async (tx: Tx): Promise<number[]> =>
  (await tx.selectFrom('duties').select('office_id').distinct().execute()).map(row => row.office_id)
