import { sql } from 'kysely'
import type { Likeness, Shared, Side } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'

/** Records that the house has not compared since they were last changed. */
export const uncomparedReturnees = async (tx: Tx, limit: number) =>
  (
    await tx
      .selectFrom('returnees')
      .select('id')
      .where('compared_at', 'is', null)
      .orderBy('number')
      .limit(limit)
      .execute()
  ).map(({ id }) => id)

/** @returns false when another process compares it now */
export const takeForComparing = async (tx: Tx, id: string) => {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('returnees'), hashtext(${id})) as taken`.execute(tx)
  return rows[0]?.taken === true
}

/** What others have in common with this one; only those that a mark brings up which is in no more than so many. */
export const sharedWithReturnee = async (
  tx: Tx,
  id: string,
  tooCommon: number,
): Promise<(Shared & { other: string })[]> => {
  const { rows } = await sql<Shared & { other: string }>`
    with equal as materialized (
      select o.returnee_id as other, o.kind, o.mark, (count(*) over (partition by o.kind, o.mark))::int as spread
      from returnee_marks m join returnee_marks o on o.kind = m.kind and o.mark = m.mark
      where m.returnee_id = ${id} and o.returnee_id <> ${id})
    select other, kind, 'worker' as mine, 'worker' as theirs, count(*)::int as equal, min(spread) as spread from equal
    where other in (select other from equal where spread <= ${tooCommon})
    group by other, kind`.execute(tx)
  return rows
}

export const returneeSides = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Side>> => {
  const { rows } = await sql<Side & { id: string }>`
    select r.id, left(r.origin_code, 5) as region, r.destination, 'returned' as stage, null as departs,
      null as received, '{}'::text[] as problems, coalesce(m.counts, '{}') as marks
    from returnees r left join lateral (
      select jsonb_object_agg(kind || ' worker', n) as counts
      from (select kind, count(*)::int as n from returnee_marks where returnee_id = r.id group by kind) g) m on true
    where r.id = any(${ids}) and r.state <> 'withdrawn'`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

/** Keeps what was found; earlier finds that hold no longer go, unless somebody has judged them. */
export const keepLikenesses = async (
  tx: Tx,
  id: string,
  found: readonly (Likeness & { other: string })[],
) => {
  const others = found.map(({ other }) => other)
  await sql`
    delete from returnee_candidates c where ${id} in (c.returnee_a, c.returnee_b)
      and not (c.returnee_a = any(${others}) or c.returnee_b = any(${others}))
      and not exists (select from returnee_verdicts v where v.returnee_a = c.returnee_a and v.returnee_b = c.returnee_b)`.execute(
    tx,
  )
  for (const { other, score, reasons } of found.toSorted((a, b) => (a.other < b.other ? -1 : 1)))
    await sql`
      insert into returnee_candidates (returnee_a, returnee_b, score, reasons)
      values (least(${id}::uuid, ${other}::uuid), greatest(${id}::uuid, ${other}::uuid), ${score}, ${reasons})
      on conflict (returnee_a, returnee_b) do update set score = excluded.score, reasons = excluded.reasons`.execute(
      tx,
    )
  await tx.updateTable('returnees').set({ compared_at: sql`now()` }).where('id', '=', id).execute()
}

export interface SameRow {
  other: string
  number: number
  year: number
  owner: string
  own: boolean
  /** Of records of the own office only. */
  state: string | null
  sameAs: string | null
  score: number
  reasons: string[]
  verdict: 'same' | 'not-same' | null
  decidedAt: Date | null
  decidedOffice: string | null
}

/** Who else a registered person may be, for the office that holds the record. */
export const sameReturnees = async (tx: Tx, id: string): Promise<SameRow[]> =>
  (
    await sql<SameRow>`
      select other, number, year, owner, own, state, same_as as "sameAs", score, reasons, verdict,
        decided_at as "decidedAt", decided_office as "decidedOffice" from same_returnees(${id})`.execute(tx)
  ).rows

/** Records of the own office beside which another stands that nobody has judged yet. */
export const unjudgedReturnees = async (tx: Tx, limit: number) =>
  (
    await sql<{ id: string; number: number; origin: string | null; registeredAt: Date; likes: number }>`
      select r.id, r.number, g.name as origin, r.registered_at as "registeredAt", u.likes
      from unjudged_returnees() u join returnees r on r.id = u.id left join regions g on g.code = r.origin_code
      order by r.number desc limit ${limit}`.execute(tx)
  ).rows

/** Against the same pair judged from both sides at once. */
export const lockReturneePair = (tx: Tx, one: string, other: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`returnees ${[one, other].toSorted().join(' ')}`}, 0))`.execute(
    tx,
  )

/** @returns false when somebody judged the pair meanwhile */
export const keepReturneeVerdict = async (
  tx: Tx,
  pair: { one: string; other: string; verdict: string; was: string | null },
  { staffId, officeId }: { staffId: string; officeId: number },
): Promise<boolean> => {
  const { one, other, verdict, was } = pair
  const { numAffectedRows } = await sql`
    insert into returnee_verdicts as v (returnee_a, returnee_b, verdict, decided_by, office_id)
    values (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${verdict}, ${staffId}, ${officeId})
    on conflict (returnee_a, returnee_b) do update
      set verdict = excluded.verdict, decided_by = excluded.decided_by, office_id = excluded.office_id, decided_at = now()
      where v.verdict is not distinct from ${was}`.execute(tx)
  return numAffectedRows === 1n
}
