import type { Tx } from '../../platform/database/database.ts'
import { type EntryKind, type Fields, keyOf, plainKey } from './entry.ts'
import { putEntries } from './queries.ts'

/** Puts sample entries into the register, marked as such. */
export const fillRegister = (tx: Tx, kind: EntryKind, list: readonly Fields[], asOf: string) =>
  putEntries(
    tx,
    kind,
    list.map(fields => ({
      key: keyOf(kind, fields),
      licence: plainKey(fields.licence),
      fields,
      listed: true,
      asOf,
    })),
    true,
  )
