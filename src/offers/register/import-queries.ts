import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { EntryKind } from './entry.ts'
import type { HeldEntry } from './queries.ts'
import type { Heading } from './read-list.ts'

export interface NewImport {
  formId: string
  kind: EntryKind
  fileName: string
  source: string
  asOf: string
}

export interface Counts {
  added: number
  changed: number
  gone: number
  unchanged: number
  troubles: number
}

/** The touched entries as they were: `held` to be put back, `added` to be taken away again. */
export interface Before {
  held: HeldEntry[]
  added: string[]
}

export const insertImport = async (
  tx: Tx,
  staffId: string,
  made: NewImport,
  sheet: string[][],
  heading: Heading,
) => {
  const { id } = await tx
    .insertInto('register_imports')
    .values({
      form_id: made.formId,
      kind: made.kind,
      file_name: made.fileName.slice(0, 200),
      source: made.source,
      as_of: made.asOf,
      sheet: JSON.stringify(sheet),
      columns: JSON.stringify(heading),
      made_by: staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One import with its sheet, locked against a second hand until the transaction ends. */
export const importForDeed = async (tx: Tx, id: number) => {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(tx)
  return importById(tx, id)
}

export const importById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('register_imports').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      ...row,
      kind: row.kind as EntryKind,
      sheet: row.sheet as unknown as string[][],
      columns: row.columns as unknown as Heading,
      counts: row.counts as unknown as Counts | null,
      before: row.before as unknown as Before | null,
    }
  )
}

export const recentImports = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('register_imports as i')
    .innerJoin('staff as s', 's.id', 'i.made_by')
    .select([
      'i.id',
      'i.kind',
      'i.file_name as fileName',
      'i.source',
      'i.as_of as asOf',
      'i.state',
      'i.counts',
    ])
    .select(['i.made_at as madeAt', 's.name as by'])
    .orderBy('i.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => ({
    ...row,
    kind: row.kind as EntryKind,
    counts: row.counts as unknown as Counts | null,
  }))
}

export const setColumns = (tx: Tx, id: number, heading: Heading) =>
  tx
    .updateTable('register_imports')
    .set({ columns: JSON.stringify(heading) })
    .where('id', '=', id)
    .execute()

export const setDone = (tx: Tx, id: number, counts: Counts, before: Before) =>
  tx
    .updateTable('register_imports')
    .set({
      state: 'done',
      counts: JSON.stringify(counts),
      before: JSON.stringify(before),
      decided_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute()

export const setUndone = (tx: Tx, id: number, staffId: string) =>
  tx
    .updateTable('register_imports')
    .set({ state: 'undone', undone_by: staffId, undone_at: new Date() })
    .where('id', '=', id)
    .execute()

/** The import that may be undone now: the one applied last. */
export const newestDone = (tx: Tx) =>
  tx
    .selectFrom('register_imports')
    .select('id')
    .where('state', '=', 'done')
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
