import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Differences, differences } from './differences.ts'
import type { Field, Fields } from './entry.ts'
import { importById, importForDeed, newestDone, setColumns, setDone, setUndone } from './import-queries.ts'
import { dropEntries, entriesOf, putEntries } from './queries.ts'
import { type Columns, readList } from './read-list.ts'

/** An import with what its list says otherwise than the register now. @throws NotFound when the asker may not see it */
export const previewImport = async (tx: Tx, id: number) => {
  const found = await importById(tx, id)
  if (!found) throw new NotFound()
  return compare(tx, found)
}

/** Says which column holds what. @throws Conflict when it has been applied already */
export const mapColumns = async (tx: Tx, id: number, columns: Columns) => {
  const found = await importForDeed(tx, id)
  if (!found) throw new NotFound()
  if (found.state !== 'draft') throw new Conflict('register.not-draft')
  await setColumns(tx, id, { row: found.columns.row, columns })
}

/**
 * Writes the list into the register, all or nothing; what was there is kept for undoing. Sent twice, it counts once.
 * @param complete whether what the list does not hold is gone from the register
 */
export const applyImport = async (tx: Tx, id: number, complete: boolean) => {
  const found = await importForDeed(tx, id)
  if (!found) throw new NotFound()
  if (found.state === 'done') return
  if (found.state !== 'draft') throw new Conflict('register.not-draft')
  const { entries, troubles, diff, held } = await compare(tx, found)
  if (entries.length === 0) throw new Conflict('register.nothing')
  const asOf = found.as_of
  const old = new Map(held.map(entry => [entry.key, entry]))
  const told = entries.map(entry => ({
    ...entry,
    fields: { ...unsaid(old.get(entry.key)?.fields, found.columns.columns), ...entry.fields },
    listed: true,
    asOf,
  }))
  const gone = complete ? diff.gone.map(entry => ({ ...entry, listed: false, asOf })) : []
  const touched = [...told, ...gone]
  await putEntries(tx, found.kind, touched)
  const before = {
    held: touched.flatMap(({ key }) => old.get(key) ?? []),
    added: diff.added.map(({ key }) => key),
  }
  await setDone(tx, id, { ...sizes(diff), gone: gone.length, troubles: troubles.length }, before)
}

/** Puts back what was there before. @throws Conflict when another import has been applied since */
export const undoImport = async (tx: Tx, staffId: string, id: number) => {
  const found = await importForDeed(tx, id)
  if (!found) throw new NotFound()
  if (found.state === 'undone') return
  if (!found.before || (await newestDone(tx))?.id !== id) throw new Conflict('register.not-newest')
  await dropEntries(tx, found.kind, found.before.added)
  await putEntries(tx, found.kind, found.before.held)
  await setUndone(tx, id, staffId)
}

// What the list has no column for stays as it was; an empty cell in a column it has empties the field.
const unsaid = (fields: Fields = {}, columns: Columns): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !(field in columns)))

const compare = async (tx: Tx, found: NonNullable<Awaited<ReturnType<typeof importById>>>) => {
  const held = await entriesOf(tx, found.kind)
  const { entries, troubles } = readList(found.kind, found.sheet, found.columns)
  const diff = differences(held, entries, Object.keys(found.columns.columns) as Field[])
  return { found, held, entries, troubles, diff, counts: sizes(diff) }
}

const sizes = ({ added, changed, gone, unchanged }: Differences) => ({
  added: added.length,
  changed: changed.length,
  gone: gone.length,
  unchanged,
})
