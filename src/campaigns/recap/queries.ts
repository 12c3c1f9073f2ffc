import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Period } from './period.ts'

export interface KeptProof {
  url: string | null
  fileKey: string | null
  givenAt: Date
}

/** The newest proof of each of these accepted duties. */
export const acceptedProofs = async (tx: Tx, dutyIds: number[]): Promise<Map<number, KeptProof>> => {
  if (dutyIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('proofs')
    .distinctOn('duty_id')
    .select(['duty_id as dutyId', 'url', 'file_key as fileKey', 'given_at as givenAt'])
    .where('duty_id', 'in', dutyIds)
    .orderBy('duty_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ dutyId, ...proof }) => [dutyId, proof]))
}

/** Holds a campaign while an edition of its recap is made, so that each gets the next number. */
export const lockCampaign = (tx: Tx, id: number) =>
  tx.selectFrom('campaigns').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

const edition = [
  'e.id',
  'e.campaign_id as campaignId',
  'e.number',
  'e.period',
  'e.starts_on as startsOn',
  'e.ends_on as endsOn',
  'e.as_of as asOf',
  'e.letter_number as letterNumber',
  'e.office_id as officeId',
  'e.hash',
  'e.pdf_key as pdfKey',
  'e.xlsx_key as xlsxKey',
  'e.csv_key as csvKey',
  'e.made_by as madeBy',
] as const

const editions = (tx: Tx) => tx.selectFrom('recap_editions as e').select(edition)

export interface Edition {
  id: number
  campaignId: number
  number: number
  period: Period
  startsOn: string
  endsOn: string
  asOf: Date
  letterNumber: string
  officeId: number
  hash: string
  pdfKey: string
  xlsxKey: string
  csvKey: string
  /** Nobody: the house made it by the calendar. */
  madeBy: string | null
}

const asEdition = <T extends { period: string }>(row: T) => ({ ...row, period: row.period as Period })

export const editionsOf = async (tx: Tx, campaignId: number): Promise<Edition[]> =>
  (await editions(tx).where('e.campaign_id', '=', campaignId).orderBy('e.number', 'desc').execute()).map(
    asEdition,
  )

export const editionById = async (
  tx: Tx,
  id: number,
): Promise<(Edition & { content: string }) | undefined> => {
  const row = await editions(tx).select('e.content').where('e.id', '=', id).executeTakeFirst()
  return row && asEdition(row)
}

export const editionOfErrand = async (tx: Tx, errandId: string): Promise<Edition | undefined> => {
  const row = await editions(tx).where('e.errand_id', '=', errandId).executeTakeFirst()
  return row && asEdition(row)
}

export const editionByCalendar = (tx: Tx, campaignId: number, period: Period, startsOn: string) =>
  tx
    .selectFrom('recap_editions')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('period', '=', period)
    .where('starts_on', '=', startsOn)
    .where('made_by', 'is', null)
    .executeTakeFirst()

export const lastNumber = async (tx: Tx, campaignId: number): Promise<number> =>
  (
    await tx
      .selectFrom('recap_editions')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('campaign_id', '=', campaignId)
      .executeTakeFirst()
  )?.last ?? 0

export interface NewEdition extends Omit<Edition, 'id'> {
  content: string
  errandId: string | null
}

export const insertEdition = async (tx: Tx, row: NewEdition): Promise<number> =>
  (
    await tx
      .insertInto('recap_editions')
      .values({
        campaign_id: row.campaignId,
        number: row.number,
        period: row.period,
        starts_on: row.startsOn,
        ends_on: row.endsOn,
        as_of: row.asOf,
        letter_number: row.letterNumber,
        office_id: row.officeId,
        content: row.content,
        hash: row.hash,
        pdf_key: row.pdfKey,
        xlsx_key: row.xlsxKey,
        csv_key: row.csvKey,
        made_by: row.madeBy,
        errand_id: row.errandId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** A letter for everybody who is to have the recaps of this campaign. */
export const addressEdition = (tx: Tx, editionId: number, campaignId: number) =>
  sql`insert into recap_letters (edition_id, staff_id)
    select ${editionId}::int, r.staff_id from recap_readers r join staff s on s.id = r.staff_id and s.active
    where r.campaign_id = ${campaignId} order by 2`.execute(tx)

/** How many duties are due in some days. */
export const dutiesDue = async (tx: Tx, campaignId: number, from: Date, to: Date): Promise<number> =>
  (
    await tx
      .selectFrom('duties')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('campaign_id', '=', campaignId)
      .where('due_at', '>=', from)
      .where('due_at', '<', to)
      .executeTakeFirstOrThrow()
  ).count
