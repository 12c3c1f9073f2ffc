import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { root } from '../root.ts'

/** The database was made by a later program than this one: running on would damage it. */
export class SchemaNewer extends Error {}

/** A migration that already ran was changed afterwards: the files and the database no longer tell the same story. */
export class SchemaChanged extends Error {}

interface Migration {
  name: string
  sql: string
  hash: string
}

/**
 * Brings the database to this program's schema, one transaction per migration, several programs at once safely.
 * @returns the names of the migrations that ran now.
 * @throws SchemaNewer, SchemaChanged before anything is touched.
 */
export const migrate = async (owner: pg.Pool, folder = join(root, 'db/migrations')): Promise<string[]> => {
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('sinergi.migrate'))`)
    await client.query(historyTable)
    const missing = pending(readMigrations(folder), await history(client))
    for (const migration of missing) await run(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.query(`select pg_advisory_unlock_all()`).finally(() => client.release())
  }
}

const historyTable = `
  create table if not exists schema_history (name text primary key, hash text not null, at timestamptz not null default now());
  alter table schema_history enable row level security;
  alter table schema_history force row level security;
  do $$ begin
    if not exists (select from pg_policies where tablename = 'schema_history') then
      execute format('create policy own on schema_history to %I using (true) with check (true)', current_user);
    end if;
  end $$`

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })

const history = async (client: pg.PoolClient) =>
  (await client.query<{ name: string; hash: string }>('select name, hash from schema_history order by name'))
    .rows

const pending = (known: Migration[], ran: { name: string; hash: string }[]) => {
  for (const { name, hash } of ran) {
    const migration = known.find(candidate => candidate.name === name)
    if (!migration) throw new SchemaNewer(name)
    if (migration.hash !== hash) throw new SchemaChanged(name)
  }
  return known.filter(({ name }) => !ran.some(row => row.name === name))
}

const run = async (client: pg.PoolClient, { name, sql, hash }: Migration) => {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_history (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed and was undone`, { cause })
  }
}
