import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Guidance } from '../../platform/database/tables.ts'
import type { GuidanceKind, GuidanceState, Version } from './guidance.ts'

/** The version that speaks to the public now. */
export const currentGuidance = (tx: Tx, kind: GuidanceKind) =>
  tx
    .selectFrom('guidance')
    .select(['id', 'kind', 'number', 'body', 'written_at', 'decided_at'])
    .where('kind', '=', kind)
    .where('state', '=', 'released')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Puts the version that came with the program in place where there is none of its kind yet. */
export const insertShipped = (tx: Tx, kind: GuidanceKind, body: unknown, changeNote: string) =>
  tx
    .insertInto('guidance')
    .values({
      kind,
      number: 1,
      state: 'released',
      body: JSON.stringify(body),
      change_note: changeNote,

      decided_at: new Date(),
    })
    .onConflict(oc => oc.columns(['kind', 'number']).doNothing())
    .execute()

/** Every version of a kind, newest first, without what it says. */
export const versionsOf = async (tx: Tx, kind: GuidanceKind): Promise<Version[]> =>
  (
    await tx
      .selectFrom('guidance')
      .select(['id', 'kind', 'number', 'state', 'change_note', 'author_id', 'written_at'])
      .select(['decided_by', 'decided_at', 'decision_note', 'based_on'])
      .where('kind', '=', kind)
      .orderBy('number', 'desc')
      .limit(200)
      .execute()
  ).map(row => toVersion({ ...row, body: null }))

/** The last versions that spoke, newest first: enough to say when something last changed. */
export const lastReleased = (tx: Tx, kind: GuidanceKind) =>
  tx
    .selectFrom('guidance')
    .select(['number', 'body', 'decided_at as decidedAt'])
    .where('kind', '=', kind)
    .where('state', '=', 'released')
    .orderBy('number', 'desc')
    .limit(20)
    .execute()

export const versionByNumber = async (tx: Tx, kind: GuidanceKind, number: number) => {
  const row = await tx
    .selectFrom('guidance')
    .selectAll()
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && toVersion(row)
}

export const versionById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('guidance').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVersion(row)
}

/** The working copy of this author: drafted, waiting for a colleague, or returned. */
export const openVersion = async (tx: Tx, kind: GuidanceKind, authorId: string) => {
  const row = await tx
    .selectFrom('guidance')
    .selectAll()
    .where('kind', '=', kind)
    .where('author_id', '=', authorId)
    .where('state', '<>', 'released')
    .executeTakeFirst()
  return row && toVersion(row)
}

/** Whoever changes a kind waits here for whoever is changing it now: numbers are given one at a time. */
export const lockKind = (tx: Tx, kind: GuidanceKind) =>
  sql`select pg_advisory_xact_lock(hashtext('guidance'), hashtext(${kind}))`.execute(tx)

const nextNumber = (kind: GuidanceKind) =>
  sql<number>`(select max(number) + 1 from guidance where kind = ${kind})`

export const insertDraft = async (
  tx: Tx,
  row: { kind: GuidanceKind; body: unknown; changeNote: string; authorId: string; basedOn: number },
) =>
  (
    await tx
      .insertInto('guidance')
      .values({
        kind: row.kind,
        number: nextNumber(row.kind),
        body: JSON.stringify(row.body),
        change_note: row.changeNote,
        author_id: row.authorId,
        based_on: row.basedOn,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Rewrites an open version. @returns false when it has been sent off meanwhile */
export const rewriteDraft = async (tx: Tx, id: number, body: unknown, changeNote: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('guidance')
    .set({
      body: JSON.stringify(body),
      change_note: changeNote,
      state: 'draft',
      written_at: sql`now()`,
      decided_by: null,
      decided_at: null,
    })
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'returned'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Sets an open version on a newer base; it takes the next number, so that it can speak after it. */
export const rebaseDraft = (tx: Tx, { id, kind }: Version, basedOn: number) =>
  tx
    .updateTable('guidance')
    .set({ based_on: basedOn, number: nextNumber(kind) })
    .where('id', '=', id)
    .execute()

/** Moves a version on, if it still stands where the mover saw it. */
export const moveVersion = async (
  tx: Tx,
  id: number,
  from: readonly GuidanceState[],
  set: { state: GuidanceState; decidedBy?: string; note?: string; changeNote?: string },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('guidance')
    .set({
      state: set.state,
      decided_by: set.decidedBy ?? null,
      decided_at: set.decidedBy ? sql`now()` : null,
      ...(set.decidedBy && { decision_note: set.note ?? null }),
      ...(set.changeNote && { change_note: set.changeNote }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Author {
  id: string
  name: string
  office: string
}

/** Everybody who wrote or decided on guidance, whichever office they are at. */
export const guidancePeople = async (tx: Tx): Promise<Author[]> =>
  (await sql<Author>`select id, name, office from guidance_people()`.execute(tx)).rows

const toVersion = (row: Selectable<Guidance>): Version => ({
  id: row.id,
  kind: row.kind as GuidanceKind,
  number: row.number,
  state: row.state as GuidanceState,
  body: row.body,
  changeNote: row.change_note,
  authorId: row.author_id,
  writtenAt: row.written_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  decisionNote: row.decision_note,
  basedOn: row.based_on,
})
