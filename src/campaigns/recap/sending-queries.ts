import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Period } from './period.ts'

/** Which recaps are made by the calendar, and who gets them. */
export interface Sending {
  periods: Period[]
  readers: string[]
}

export const sendingOf = async (tx: Tx, campaignId: number): Promise<Sending> => ({
  periods: (
    await tx.selectFrom('recap_plans').select('period').where('campaign_id', '=', campaignId).execute()
  ).map(({ period }) => period as Period),
  readers: (
    await tx.selectFrom('recap_readers').select('staff_id').where('campaign_id', '=', campaignId).execute()
  ).map(row => row.staff_id),
})

export const keepSending = async (tx: Tx, campaignId: number, { periods, readers }: Sending) => {
  await tx.deleteFrom('recap_plans').where('campaign_id', '=', campaignId).execute()
  await tx.deleteFrom('recap_readers').where('campaign_id', '=', campaignId).execute()
  if (periods.length > 0)
    await tx
      .insertInto('recap_plans')
      .values(periods.map(period => ({ campaign_id: campaignId, period })))
      .execute()
  if (readers.length > 0)
    await tx
      .insertInto('recap_readers')
      .values(readers.map(id => ({ campaign_id: campaignId, staff_id: id })))
      .execute()
}

/** All that is to be made by the calendar. */
export const allPlans = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('recap_plans as p')
    .innerJoin('campaigns as c', 'c.id', 'p.campaign_id')
    .select(['p.campaign_id as campaignId', 'p.period', 'c.starts_on as startsOn', 'c.ends_on as endsOn'])
    .orderBy('p.campaign_id')
    .orderBy('p.period')
    .execute()
  return rows.map(row => ({ ...row, period: row.period as Period }))
}

export interface Leader {
  id: string
  name: string
  officeId: number
}

/** Leaders to whom the recaps of an own campaign can go. */
export const leadersFor = async (tx: Tx, campaignId: number): Promise<Leader[]> =>
  (
    await sql<Leader>`select id, name, office_id as "officeId" from campaign_leaders(${campaignId})`.execute(
      tx,
    )
  ).rows

export const waitingLetters = (tx: Tx) =>
  tx
    .selectFrom('recap_letters')
    .select(['edition_id as editionId', 'staff_id as staffId'])
    .where('mailed_at', 'is', null)
    .orderBy('edition_id')
    .orderBy('staff_id')
    .execute()

/** A letter that has not gone out, taken so that nobody else sends it. */
export const takeLetter = (tx: Tx, editionId: number, staffId: string) =>
  tx
    .selectFrom('recap_letters as l')
    .innerJoin('staff as s', 's.id', 'l.staff_id')
    .select(['s.email', 's.active'])
    .where('l.edition_id', '=', editionId)
    .where('l.staff_id', '=', staffId)
    .where('l.mailed_at', 'is', null)
    .forUpdate('l')
    .skipLocked()
    .executeTakeFirst()

export const markLetter = (tx: Tx, editionId: number, staffId: string, at: Date) =>
  tx
    .updateTable('recap_letters')
    .set({ mailed_at: at })
    .where('edition_id', '=', editionId)
    .where('staff_id', '=', staffId)
    .execute()

/** To how many an edition was addressed, and to how many it has gone out. */
export const lettersOf = async (tx: Tx, editionId: number): Promise<{ all: number; sent: number }> => {
  const rows = await tx
    .selectFrom('recap_letters')
    .select('mailed_at')
    .where('edition_id', '=', editionId)
    .execute()
  return { all: rows.length, sent: rows.filter(row => row.mailed_at !== null).length }
}
