import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../channel.ts'
import type { DutyRequest, RequestKind, RequestState } from './request.ts'

export const insertRequest = (
  tx: Tx,
  row: {
    dutyId: number
    kind: RequestKind
    wantedOn: string | null
    reason: string
    officeId: number
    askedBy: string
  },
) =>
  tx
    .insertInto('duty_requests')
    .values({
      duty_id: row.dutyId,
      kind: row.kind,
      wanted_on: row.wantedOn,
      reason: row.reason,
      office_id: row.officeId,
      asked_by: row.askedBy,
    })
    .execute()

const requests = (tx: Tx) =>
  tx
    .selectFrom('duty_requests as r')
    .innerJoin('offices as o', 'o.id', 'r.office_id')
    .select([
      'r.id',
      'r.duty_id as dutyId',
      'r.kind',
      'r.wanted_on as wantedOn',
      'r.reason',
      'r.state',
      'r.answer',
    ])
    .select(['r.asked_at as askedAt', 'o.short_name as office'])

const asRequest = <T extends { kind: string; state: string }>(row: T) => ({
  ...row,
  kind: row.kind as RequestKind,
  state: row.state as RequestState,
})

/** Everything that was asked about a duty, the newest first. */
export const requestsOf = async (tx: Tx, dutyId: number): Promise<DutyRequest[]> =>
  (await requests(tx).where('r.duty_id', '=', dutyId).orderBy('r.id', 'desc').execute()).map(asRequest)

export interface OpenRequest extends DutyRequest {
  material: string
  channel: Channel
  dueAt: Date
}

/** What the offices of a campaign wait for an answer to, the oldest first. */
export const openRequests = async (tx: Tx, campaignId: number): Promise<OpenRequest[]> => {
  const rows = await requests(tx)
    .innerJoin('duties as d', 'd.id', 'r.duty_id')
    .innerJoin('material_versions as v', 'v.id', 'd.version_id')
    .select(['v.headline as material', 'd.channel', 'd.due_at as dueAt'])
    .where('d.campaign_id', '=', campaignId)
    .where('r.state', '=', 'open')
    .orderBy('r.id')
    .execute()
  return rows.map(row => ({ ...asRequest(row), channel: row.channel as Channel }))
}

/** These open requests of a campaign, held until the transaction ends. */
export const lockRequests = async (tx: Tx, campaignId: number, ids: number[]): Promise<DutyRequest[]> =>
  (
    await requests(tx)
      .where('r.id', 'in', ids)
      .where('r.state', '=', 'open')
      .where('r.duty_id', 'in', eb =>
        eb.selectFrom('duties').select('duties.id').where('campaign_id', '=', campaignId),
      )
      .orderBy('r.id')
      .forUpdate('r')
      .execute()
  ).map(asRequest)

export const settleRequest = (
  tx: Tx,
  id: number,
  state: Exclude<RequestState, 'open'>,
  answer: string,
  staffId: string,
) =>
  tx
    .updateTable('duty_requests')
    .set({ state, answer, decided_by: staffId, decided_at: sql`now()` })
    .where('id', '=', id)
    .execute()

export const openRequestsAbout = (tx: Tx, dutyIds: number[]) =>
  tx
    .selectFrom('duty_requests')
    .select(['id', 'kind'])
    .where('duty_id', 'in', dutyIds)
    .where('state', '=', 'open')
    .execute()
