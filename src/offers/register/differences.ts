import type { Entry, Field, Fields } from './entry.ts'
import type { HeldEntry } from './queries.ts'

export interface Change {
  key: string
  fields: Fields
  changed: { field: Field; old: string; new: string }[]
}

export interface Differences {
  added: Entry[]
  changed: Change[]
  gone: HeldEntry[]
  unchanged: number
}

/** What a new list says otherwise than the register. A column that the list lacks is no change. */
export const differences = (
  held: readonly HeldEntry[],
  list: readonly Entry[],
  columns: readonly Field[],
): Differences => {
  const before = new Map(held.map(entry => [entry.key, entry]))
  const now = new Set(list.map(({ key }) => key))
  const changes = list.flatMap(({ key, fields }) => {
    const old = before.get(key)
    return old ? [{ key, fields, changed: changesOf(old, fields, columns) }] : []
  })
  const changed = changes.filter(change => change.changed.length > 0 || !before.get(change.key)?.listed)
  return {
    added: list.filter(({ key }) => !before.has(key)),
    changed,
    gone: held.filter(({ key, listed }) => listed && !now.has(key)),
    unchanged: changes.length - changed.length,
  }
}

const changesOf = ({ fields: old }: HeldEntry, fields: Fields, columns: readonly Field[]) =>
  columns.flatMap(field =>
    (old[field] ?? '') === (fields[field] ?? '')
      ? []
      : [{ field, old: old[field] ?? '', new: fields[field] ?? '' }],
  )
