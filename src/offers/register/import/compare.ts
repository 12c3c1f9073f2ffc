import type { KeyedRow } from './attribute.ts'
import type { Field } from './fields.ts'
import type { Values } from './read-rows.ts'

/** A line of the register as it stands. */
export interface Line {
  id: number
  key: string
  label: string
  listed: boolean
  values: Values
}

export const differenceKinds = ['new', 'changed', 'gone', 'unchanged'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export interface Difference {
  kind: DifferenceKind
  key: string
  label: string
  /** The line of the register it is about; nothing when there has never been one. */
  id?: number
  row?: KeyedRow
  changes: { field: Field; before: Values[Field]; after: Values[Field] }[]
}

/**
 * What a list would do to the register.
 * @param complete whether what the list does not have is gone
 * @param spared keys that the file names in rows that cannot be used: those lines stay as they are
 */
export const compare = (
  lines: Line[],
  rows: KeyedRow[],
  { complete, spared }: { complete: boolean; spared: ReadonlySet<string> },
): Difference[] => {
  const standing = new Map(lines.map(line => [line.key, line]))
  const found = rows.map(row => difference(standing.get(row.key), row))
  const named = new Set(rows.map(({ key }) => key))
  const gone = lines.filter(({ key, listed }) => complete && listed && !named.has(key) && !spared.has(key))
  return [
    ...found,
    ...gone.map(({ id, key, label }): Difference => ({ kind: 'gone', id, key, label, changes: [] })),
  ]
}

export const countsOf = (differences: Difference[]): Record<DifferenceKind, number> => {
  const counts = { new: 0, changed: 0, gone: 0, unchanged: 0 }
  for (const { kind } of differences) counts[kind]++
  return counts
}

const difference = (line: Line | undefined, row: KeyedRow): Difference => {
  const label = labelOf(row)
  const about = { key: row.key, label, row }
  if (!line) return { kind: 'new', ...about, changes: [] }
  if (!line.listed) return { kind: 'new', ...about, id: line.id, changes: [] }
  const changes = (Object.keys(line.values) as Field[])
    .filter(field => field in row.values && (row.values[field] ?? null) !== (line.values[field] ?? null))
    .map(field => ({ field, before: line.values[field], after: row.values[field] }))
  return { kind: changes.length > 0 ? 'changed' : 'unchanged', ...about, id: line.id, changes }
}

const labelOf = ({ values, companyName }: KeyedRow) =>
  [companyName ?? values.name, companyName && (values.number ?? values.city), values.job]
    .filter(Boolean)
    .join(' · ')
