import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { JsonObject } from '../platform/database/tables.ts'

export type CampaignErrand = 'kit' | 'recap'
export type ErrandKind = CampaignErrand | 'regions'

export const insertErrand = async (
  tx: Tx,
  row: {
    kind: ErrandKind
    campaignId: number | null
    officeId: number
    askedBy: string
    /** What it is asked to do; what came of it stands in its place afterwards. */
    order?: JsonObject
  },
) =>
  (
    await tx
      .insertInto('errands')
      .values({
        kind: row.kind,
        campaign_id: row.campaignId,
        office_id: row.officeId,
        asked_by: row.askedBy,
        result: JSON.stringify(row.order ?? {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

const errand = [
  'id',
  'kind',
  'campaign_id as campaignId',
  'office_id as officeId',
  'asked_by as askedBy',
  'state',
  'done',
  'total',
  'result',
  'asked_at as askedAt',
  'finished_at as finishedAt',
] as const

export const errandById = async (tx: Tx, id: string) =>
  tx.selectFrom('errands').select(errand).where('id', '=', id).executeTakeFirst()

/** The latest errands of a kind, for one campaign or, for what concerns the whole house, for none. */
export const latestErrands = (tx: Tx, kind: ErrandKind, campaignId: number | null) =>
  tx
    .selectFrom('errands')
    .select(errand)
    .where('campaign_id', 'is not distinct from', campaignId)
    .where('kind', '=', kind)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute()

/** Errands that nobody has ended: handed in again at start, so that a crash delays but never loses one. */
export const unfinishedErrands = (tx: Tx) =>
  tx.selectFrom('errands').select('id').where('state', 'in', ['waiting', 'running']).execute()

export const noteProgress = (tx: Tx, id: string, done: number, total: number) =>
  tx.updateTable('errands').set({ state: 'running', done, total }).where('id', '=', id).execute()

export const finishErrand = (tx: Tx, id: string, state: 'done' | 'failed', result: JsonObject) =>
  tx
    .updateTable('errands')
    .set({ state, result: JSON.stringify(result), finished_at: sql`now()` })
    .where('id', '=', id)
    .execute()
