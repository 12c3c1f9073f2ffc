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
 * @returns how many rows hold, and the first row of the first chain that was changed, moved or is missing.
 */
export const verifyAudit = async (tx: Tx): Promise<{ rows: number; broken: Break | undefined }> => {
  const { rows: broken } = await sql<Break>`
    with linked as (
      select id, chain, place, hash,
        audit_hash(coalesce(lag(hash) over w, '\\x'), chain, place, at, staff_id, verb, subject, detail) as expected,
        row_number() over w as position
      from audit window w as (partition by chain order by place)),
    ends as (
      select h.chain, h.place + 1 as place, null::bigint as id from audit_heads h
      where not exists (select from audit a where a.chain = h.chain and a.place = h.place and a.hash = h.hash))
    select chain, position::int as place, id from linked where hash <> expected or place <> position
    union all select chain, place, id from ends
    order by chain, place limit 1`.execute(tx)
  const { count } = await tx
    .selectFrom('audit')
    .select(tx.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { rows: count, broken: broken[0] }
}
