import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'

/**
 * Appends a row to the audit trail of the asking office, in the transaction of the deed itself.
 * @param verb what was done, such as 'material.approved'
 * @param subject the address of the thing, never a person's name
 */
export const record = (tx: Tx, verb: string, subject: string, detail: object = {}) =>
  sql`select audit_append(${verb}, ${subject}, ${JSON.stringify(detail)}::jsonb)`.execute(tx)

export interface Break {
  chain: number
  place: number
  id: number | undefined
}

/**
 * Walks every chain of the audit trail from its first row.
 * @returns how many rows hold, and the first row of the first chain that was changed, moved, slipped in or is missing.
 */
export const verifyAudit = async (tx: Tx): Promise<{ rows: number; broken: Break | undefined }> => {
  const { rows: broken } = await sql<Break>`
    with linked as (
      select id, chain, place, hash,
        audit_hash(coalesce(lag(hash) over w, '\\x'), chain, place, at, staff_id, verb, subject, detail) as expected,
        row_number() over w as position
      from audit window w as (partition by chain order by place)),
    lasts as (select distinct on (chain) chain, place, hash from audit order by chain, place desc),
    ends as (
      select chain, case when l.place = h.place then h.place
        else least(coalesce(l.place, 0), coalesce(h.place, 0)) + 1 end as place
      from audit_heads h full join lasts l using (chain)
      where (l.place, l.hash) is distinct from (h.place, h.hash))
    select chain, position::int as place, id from linked where hash <> expected or place <> position
    union all select chain, place, a.id from ends left join audit a using (chain, place)
    order by chain, place limit 1`.execute(tx)
  const { count } = await tx
    .selectFrom('audit')
    .select(tx.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { rows: count, broken: broken[0] }
}
