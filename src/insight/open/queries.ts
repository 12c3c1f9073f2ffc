import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Batch, MonthCount } from './batches.ts'

/** All that may one day be told: a few fixed tables of disjoint things, by month. */
export const openCounts = async (tx: Tx): Promise<MonthCount[]> =>
  (
    await sql<MonthCount>`
      select subject, cell, month, sum(count)::int as count from (
        select 'complaints' as subject, district as cell, month, complaints as count from published_complaints
        union all select 'offer-checks', level, month, checks from published_offer_checks
        union all select 'returnees', district, month, returnees from published_returnee_months
        union all select 'publications', district, month, told from published_duties
        union all select 'outreach', district, month, activities from published_activities where state = 'held' and kind = 'outreach'
      ) as counted where (subject = 'offer-checks' or cell ~ '^[0-9]{2}[.][0-9]{2}$') and count > 0
      group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  ).rows

/** Begins a release; of two processes at once the second waits and finds it made. @returns whether it is this one's to fill */
export const insertRelease = async (tx: Tx, month: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('open_releases')
    .values({ month })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const insertBatches = (tx: Tx, batches: Batch[]) =>
  tx.insertInto('open_figures').values(batches).execute()

export const toldBatches = (tx: Tx): Promise<Batch[]> =>
  tx
    .selectFrom('open_figures')
    .select(['subject', 'cell', 'first', 'last', 'count'])
    .orderBy('subject')
    .orderBy('cell')
    .orderBy('last')
    .execute()

export const releases = (tx: Tx) =>
  tx.selectFrom('open_releases').select(['month', 'made_at as madeAt']).orderBy('month', 'desc').execute()

export const regencyNames = async (tx: Tx): Promise<Map<string, string>> =>
  new Map(
    (
      await tx
        .selectFrom('regions')
        .select(['code', 'name'])
        .where('level', '=', 'regency')
        .where(eb => eb('code', 'in', eb.selectFrom('open_figures').select('cell')))
        .execute()
    ).map(({ code, name }) => [code, name]),
  )

/** Whether what is told here is invented. */
export const holdsSample = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('offices').select('id').where('sample', '=', true).limit(1).executeTakeFirst()) !==
  undefined
