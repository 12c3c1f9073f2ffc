import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Answer } from './answer.ts'

export interface Kept {
  code: string
  answer: Answer
  officeId: number | null
  madeAt: Date
  expiresAt: Date
}

export const insertResult = (
  tx: Tx,
  row: { code: string; answer: Answer; officeId: number | undefined; madeAt: Date; expiresAt: Date },
) =>
  tx
    .insertInto('offer_results')
    .values({
      code: row.code,
      answer: JSON.stringify(row.answer),
      office_id: row.officeId ?? null,
      made_at: row.madeAt,
      expires_at: row.expiresAt,
    })
    .execute()

export const resultByCode = async (tx: Tx, code: string, now: Date): Promise<Kept | undefined> => {
  const row = await tx
    .selectFrom('offer_results')
    .select(['code', 'answer', 'office_id', 'made_at', 'expires_at'])
    .where('code', '=', code)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return (
    row && {
      code: row.code,
      answer: row.answer as unknown as Answer,
      officeId: row.office_id,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
    }
  )
}

export const deleteExpired = async (tx: Tx, now: Date) =>
  (await tx.deleteFrom('offer_results').where('expires_at', '<=', now).executeTakeFirst()).numDeletedRows

export interface Signal {
  day: string
  officeId: number | undefined
  country: string | undefined
  sector: string | undefined
  level: string
  ruleIds: string[]
}

/** So many more of each kind; nothing else is written. An office that does not exist was not chosen from the list: none. */
export const addSignals = (tx: Tx, counted: (Signal & { count: number })[]) =>
  sql`insert into offer_signals (day, office_id, country, sector, level, rule_ids, count)
      select s.day, offices.id, s.country, s.sector, s.level, s."ruleIds", sum(s.count)
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
        as s(day date, "officeId" int, country text, sector text, level text, "ruleIds" text[], count int)
      left join offices on offices.id = s."officeId"
      group by 1, 2, 3, 4, 5, 6
      order by 1, 2, 3, 4, 5, 6
      on conflict (day, office_id, country, sector, level, rule_ids)
      do update set count = offer_signals.count + excluded.count`.execute(tx)

/** Which versions speak now: a few bytes, where the documents themselves are many. */
export const currentVersions = async (tx: Tx): Promise<string> => {
  const rows = await tx
    .selectFrom('guidance')
    .select(({ fn }) => ['kind', fn.max('id').as('id')])
    .where('kind', 'in', ['offer-rules', 'plausibility'])
    .where('state', '=', 'released')
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, id }) => `${kind}:${id}`).join()
}
