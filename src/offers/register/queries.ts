import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Entry, EntryKind, Fields } from './entry.ts'

export interface HeldEntry extends Entry {
  listed: boolean
  asOf: string
}

const entries = (tx: Tx) =>
  tx.selectFrom('register_entries').select(['key', 'licence', 'fields', 'listed', 'as_of as asOf'])

const held = (rows: { key: string; licence: string; fields: unknown; listed: boolean; asOf: string }[]) =>
  rows.map(row => ({ ...row, fields: row.fields as Fields }))

/** Every entry of a kind, also those that a later list no longer holds. */
export const entriesOf = async (tx: Tx, kind: EntryKind): Promise<HeldEntry[]> =>
  held(await entries(tx).where('kind', '=', kind).orderBy('key').execute())

/** A company's own entry, branches or job orders. */
export const entriesOfLicence = async (tx: Tx, kind: EntryKind, licence: string): Promise<HeldEntry[]> =>
  held(await entries(tx).where('kind', '=', kind).where('licence', '=', licence).orderBy('key').execute())

/** Changes when the list of companies does: the index of names is made anew then. */
export const companiesVersion = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ version: string }>`
    select coalesce(md5(string_agg(key || coalesce(fields->>'name', '') || as_of, '|' order by key)), '') as version
    from register_entries where kind = 'company'`.execute(tx)
  return rows[0]!.version
}

/** Writes entries as a list of a day tells them: one statement for all. */
export const putEntries = async (tx: Tx, kind: EntryKind, list: readonly HeldEntry[], sample = false) => {
  await sql`
    insert into register_entries (kind, key, licence, fields, as_of, listed, sample)
    select ${kind}, key, licence, fields, "asOf", listed, ${sample}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as row (key text, licence text, fields jsonb, "asOf" date, listed boolean)
    on conflict (kind, key) do update
      set licence = excluded.licence, fields = excluded.fields, as_of = excluded.as_of, listed = excluded.listed`.execute(
    tx,
  )
}

export const dropEntries = (tx: Tx, kind: EntryKind, keys: string[]) =>
  sql`delete from register_entries where kind = ${kind} and key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`.execute(
    tx,
  )
