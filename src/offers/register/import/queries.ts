import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { RegisterImports } from '../../../platform/database/tables.ts'
import type { RegisterList } from '../register.ts'
import type { DifferenceKind, Line } from './compare.ts'
import type { Layout } from './layout.ts'

const tables = { companies: 'recruiters', branches: 'recruiter_branches', orders: 'job_orders' } as const

/** What makes a line of each list the same line in the next one. */
const keys = {
  companies: ['licence_key'],
  branches: ['recruiter_id', 'branch_key'],
  orders: ['recruiter_id', 'order_key'],
} as const

const contents = {
  companies: ['licence', 'name', 'state', 'valid_from', 'valid_until', 'city', 'address', 'phone', 'note'],
  branches: ['city', 'permit', 'valid_until', 'address', 'phone'],
  orders: ['number', 'country', 'job', 'quota', 'valid_until'],
} as const

/** Holds other importers off until this transaction ends. */
export const lockRegister = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('sinergi.register'))`.execute(tx)

export const insertImport = async (
  tx: Tx,
  row: {
    list: RegisterList
    asOf: string
    source: string
    fileName: string
    fileKey: string
    gridKey: string
    layout: Layout
    officeId: number
    madeBy: string
  },
) =>
  (
    await tx
      .insertInto('register_imports')
      .values({
        list: row.list,
        as_of: row.asOf,
        source: row.source,
        file_name: row.fileName,
        file_key: row.fileKey,
        grid_key: row.gridKey,
        layout: JSON.stringify(row.layout),
        office_id: row.officeId,
        made_by: row.madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const importById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('register_imports').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

export const importList = async (tx: Tx, most: number) =>
  (await tx.selectFrom('register_imports').selectAll().orderBy('id', 'desc').limit(most).execute()).map(
    toImport,
  )

/** The import that may be undone: the last one that was carried out. */
export const newestImport = (tx: Tx) =>
  tx
    .selectFrom('register_imports')
    .select('id')
    .where('state', '=', 'done')
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The day of the newest list of this kind that was carried out. */
export const newestOfList = (tx: Tx, list: RegisterList) =>
  tx
    .selectFrom('register_imports')
    .select(['id', 'as_of as asOf'])
    .where('state', '=', 'done')
    .where('list', '=', list)
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A draft's next shape. @returns false when it is no draft any more */
export const moveImport = async (
  tx: Tx,
  id: number,
  from: 'draft' | 'done',
  set: {
    state?: 'done' | 'undone' | 'dropped'
    layout?: string
    complete?: boolean
    counts?: string
    done_by?: string
    undone_by?: string
  },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('register_imports')
    .set({
      ...set,
      ...(set.state === 'done' && { done_at: sql<Date>`clock_timestamp()` }),
      ...(set.state === 'undone' && { undone_at: sql<Date>`clock_timestamp()` }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const registerPeople = async (tx: Tx): Promise<Map<string, { name: string; office: string }>> => {
  const { rows } = await sql<{
    id: string
    name: string
    office: string
  }>`select * from register_people()`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

export const companiesForImport = async (tx: Tx) =>
  tx
    .selectFrom('recruiters')
    .select(['id', 'name', 'licence_key as licenceKey'])
    .where('listed', '=', true)
    .orderBy('id')
    .execute()

/** Every line that a list has ever had, as it stands. */
export const linesOf = async (tx: Tx, list: RegisterList): Promise<Line[]> => {
  if (list === 'companies') {
    const rows = await tx.selectFrom('recruiters').selectAll().orderBy('id').execute()
    return rows.map(row => lineOf(row, row.licence_key, row.name, contents.companies))
  }
  if (list === 'branches') {
    const rows = await tx
      .selectFrom('recruiter_branches')
      .innerJoin('recruiters', 'recruiters.id', 'recruiter_id')
      .selectAll('recruiter_branches')
      .select('recruiters.name')
      .orderBy('recruiter_branches.id')
      .execute()
    return rows.map(row =>
      lineOf(row, `${row.recruiter_id}:${row.branch_key}`, `${row.name} · ${row.city}`, contents.branches),
    )
  }
  const rows = await tx
    .selectFrom('job_orders')
    .innerJoin('recruiters', 'recruiters.id', 'recruiter_id')
    .selectAll('job_orders')
    .select('recruiters.name')
    .orderBy('job_orders.id')
    .execute()
  return rows.map(row =>
    lineOf(
      row,
      `${row.recruiter_id}:${row.order_key}`,
      `${row.name} · ${row.number} · ${row.job}`,
      contents.orders,
    ),
  )
}

/** Keeps the lines as they are now, so that the import can be undone. */
export const keepBefore = (
  tx: Tx,
  list: RegisterList,
  importId: number,
  touched: { id: number; kind: DifferenceKind }[],
) =>
  sql`insert into register_changes (import_id, row_id, kind, before)
    select ${importId}, line.id, touched.kind, to_jsonb(line)
    from ${sql.table(tables[list])} line
    join jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as touched(id int, kind text) on touched.id = line.id`.execute(
    tx,
  )

/** Writes lines, new and old; their keys say which is which. */
export const writeLines = (tx: Tx, list: RegisterList, rows: object[]) => {
  const columns = [
    ...keys[list],
    ...contents[list].filter(column => column !== undefined),
    'listed',
    'as_of',
    'import_id',
  ]
  const names = sql.join(columns.map(column => sql.ref(column)))
  const renewed = sql.join(columns.map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  return sql`insert into ${sql.table(tables[list])} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(tables[list])}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${sql.join(keys[list].map(key => sql.ref(key)))}) do update set ${renewed}`.execute(tx)
}

export const unlistLines = (tx: Tx, list: RegisterList, importId: number, asOf: string, ids: number[]) =>
  sql`update ${sql.table(tables[list])} set listed = false, as_of = ${asOf}, import_id = ${importId}
    where id = any(${ids}::int[])`.execute(tx)

/** Lines that had never been there before this import. */
export const keepNew = (tx: Tx, list: RegisterList, importId: number) =>
  sql`insert into register_changes (import_id, row_id, kind)
    select ${importId}, id, 'new' from ${sql.table(tables[list])} line where import_id = ${importId}
    and not exists (select from register_changes c where c.import_id = ${importId} and c.row_id = line.id)`.execute(
    tx,
  )

/** Puts every line that an import touched back as it was. */
export const restoreLines = async (tx: Tx, list: RegisterList, importId: number) => {
  const table = sql.table(tables[list])
  const columns = [...contents[list], 'listed', 'as_of', 'import_id']
  await sql`update ${table} line set ${sql.join(columns.map(column => sql`${sql.ref(column)} = old.${sql.ref(column)}`))}
    from register_changes change, jsonb_populate_record(null::${table}, change.before) old
    where change.import_id = ${importId} and change.before is not null and line.id = change.row_id`.execute(
    tx,
  )
  await sql`update ${table} set listed = false
    where id in (select row_id from register_changes where import_id = ${importId} and before is null)`.execute(
    tx,
  )
}

type Stored = { id: number; listed: boolean } & Record<string, unknown>

const lineOf = (row: object, key: string, label: string, columns: readonly string[]): Line => {
  const stored = row as Stored
  const values = Object.fromEntries(columns.map(column => [column, stored[column] as string | number | null]))
  return { id: stored.id, key, label, listed: stored.listed, values }
}

export type Import = ReturnType<typeof toImport>

const toImport = (row: Selectable<RegisterImports>) => ({
  id: row.id,
  list: row.list as RegisterList,
  state: row.state as 'draft' | 'done' | 'undone' | 'dropped',
  asOf: row.as_of,
  source: row.source,
  complete: row.complete,
  fileName: row.file_name,
  gridKey: row.grid_key,
  layout: row.layout as unknown as Layout,
  counts: row.counts as Partial<Record<DifferenceKind | 'left-out', number>>,
  madeBy: row.made_by,
  madeAt: row.made_at,
  doneBy: row.done_by,
  doneAt: row.done_at,
  undoneBy: row.undone_by,
  undoneAt: row.undone_at,
})
