import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Mark } from './marks.ts'
import type { Likeness, Shared, Side } from './weigh.ts'

/** Cases that were not compared yet by these matchers, the oldest first. Only the house sees that. */
export const uncheckedCases = async (tx: Tx, version: number, limit: number) =>
  (
    await tx
      .selectFrom('complaints as c')
      .leftJoin('duplicate_checks as k', join =>
        join.onRef('k.complaint_id', '=', 'c.id').on('k.matchers_version', '=', version),
      )
      .select('c.id')
      .where('k.complaint_id', 'is', null)
      .orderBy('c.number')
      .limit(limit)
      .execute()
  ).map(({ id }) => id)

/** @returns false when another process compares it now */
export const takeForCheck = async (tx: Tx, id: string) => {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('duplicates'), hashtext(${id})) as taken`.execute(tx)
  return rows[0]?.taken === true
}

/** Marks that the case does not have yet; it is compared again because of them. */
export const addMarks = async (tx: Tx, complaintId: string, marks: Mark[]) => {
  if (marks.length === 0) return
  await tx
    .insertInto('complaint_marks')
    .values(marks.map(mark => ({ complaint_id: complaintId, ...mark })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

interface SharedRow extends Shared {
  other: string
}

/**
 * What other cases have in common with this one, mark by mark; only cases that at least one mark brings up which is in no more
 * than so many.
 */
export const sharedMarks = async (tx: Tx, id: string, tooCommon: number): Promise<SharedRow[]> => {
  const { rows } = await sql<SharedRow>`
    with equal as materialized (
      select o.complaint_id as other, o.kind, m.whose as mine, o.whose as theirs, o.mark,
        (count(*) over (partition by o.kind, o.mark))::int as spread
      from complaint_marks m join complaint_marks o on o.kind = m.kind and o.mark = m.mark
      where m.complaint_id = ${id} and o.complaint_id <> ${id})
    select other, kind, mine, theirs, count(*)::int as equal, min(spread) as spread from equal
    where other in (select other from equal where spread <= ${tooCommon})
    group by other, kind, mine, theirs`.execute(tx)
  return rows
}

interface SideRow extends Side {
  id: string
}

export const sidesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Side>> => {
  const { rows } = await sql<SideRow>`
    select c.id, left(c.origin_code, 5) as region, c.destination, c.stage, c.departs_on as departs,
      (c.received_at at time zone 'UTC')::date as received,
      array(select p.code from complaint_problems p where p.complaint_id = c.id) as problems,
      coalesce(m.counts, '{}') as marks
    from complaints c left join lateral (
      select jsonb_object_agg(kind || ' ' || whose, n) as counts
      from (select kind, whose, count(*)::int as n from complaint_marks where complaint_id = c.id group by kind, whose) g) m on true
    where c.id = any(${ids})`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

/** Keeps the pairs that were found; earlier ones that hold no longer go, unless somebody has judged them. */
export const keepCandidates = async (
  tx: Tx,
  id: string,
  version: number,
  found: readonly (Likeness & { other: string })[],
) => {
  const others = found.map(({ other }) => other)
  await sql`
    delete from duplicate_candidates d where ${id} in (d.complaint_a, d.complaint_b)
      and not (d.complaint_a = any(${others}) or d.complaint_b = any(${others}))
      and not exists (select from duplicate_verdicts v where v.complaint_a = d.complaint_a and v.complaint_b = d.complaint_b)`.execute(
    tx,
  )
  for (const { other, score, reasons } of found.toSorted((a, b) => (a.other < b.other ? -1 : 1)))
    await sql`
      insert into duplicate_candidates (complaint_a, complaint_b, score, reasons, matchers_version)
      values (least(${id}::uuid, ${other}::uuid), greatest(${id}::uuid, ${other}::uuid), ${score}, ${reasons}, ${version})
      on conflict (complaint_a, complaint_b) do update
        set score = excluded.score, reasons = excluded.reasons, matchers_version = excluded.matchers_version`.execute(
      tx,
    )
  await tx
    .insertInto('duplicate_checks')
    .values({ complaint_id: id, matchers_version: version })
    .onConflict(oc => oc.column('complaint_id').doUpdateSet({ matchers_version: version, at: sql`now()` }))
    .execute()
}
