import { randomUUID } from 'node:crypto'
import { record as recordDeed } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import {
  type OpenReceipt,
  openEntry,
  openKey,
  putLid,
  sealEntry,
  sealKeyTo,
  takeLid,
  wipe,
} from '../../platform/vault/index.ts'
import type { Actor } from '../actor.ts'
import { type Bearer, bearerHolder, type Holder, holdersOf, officeHolder, vouchedHolders } from './holders.ts'
import type { OfficeKeys } from './office-key.ts'
import {
  type EntryRow,
  entriesOf,
  insertEntries,
  insertFirstHolders,
  insertOpening,
  type KeyRow,
  type RecordRef,
} from './record-queries.ts'

/** Who reads: somebody with the keys of an office, or the bearer of a receipt. */
export type Opener = OfficeKeys | OpenReceipt

export interface Entry {
  id: string
  version: number
  kind: string
  at: Date
  authorId: string | null
  /** Nothing for a guarded one: `openGuarded` opens it, with a motive. */
  text: Buffer | undefined
}

export interface NewEntry {
  kind: string
  text: Uint8Array
  /** Of an earlier entry, to write its next version. */
  id?: string
  version?: number
  /** An identity and the like: opened one by one, each time with a motive. */
  guarded?: boolean
  /** For the offices only: the bearer of the receipt does not read it. */
  inside?: boolean
  authorId?: string | undefined
  /** Of something that was written earlier, such as a sample of the past year. */
  at?: Date | undefined
}

/**
 * Begins a record with its first holders and entries; afterwards the transaction may write more of them.
 * @throws Conflict while the office has no key
 */
export const holdRecord = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  officeId: number,
  receipt?: Bearer,
  entries: readonly NewEntry[] = [],
): Promise<void> => {
  const bearer = receipt ? [bearerHolder(secret, record, receipt)] : []
  const rows = await insertFirstHolders(tx, record, [...bearer, officeHolder(secret, record, officeId)])
  if (entries.length > 0) await sealAll(tx, secret, record, vouchedHolders(secret, record, rows), entries)
}

/** Seals an entry to all who hold the record now, and behind the lid of each offer that is open. Needs public keys only. @returns its id */
export const writeEntry = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  entry: NewEntry,
): Promise<string> => {
  const [id] = await sealAll(tx, secret, record, await holdersOf(tx, secret, record), [entry])
  return id!
}

const sealAll = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  holders: readonly Holder[],
  entries: readonly NewEntry[],
) => {
  const sealed = entries.map(entry => sealedEntry(secret, record, holders, entry))
  await insertEntries(
    tx,
    record,
    sealed.map(({ row }) => row),
    sealed.flatMap(({ keys }) => keys),
  )
  return sealed.map(({ row }) => row.id)
}

const sealedEntry = (
  secret: Secret,
  record: RecordRef,
  holders: readonly Holder[],
  { kind, text, id = randomUUID(), version = 1, guarded = false, inside = false, authorId, at }: NewEntry,
): { row: EntryRow; keys: KeyRow[] } => {
  const ref = { recordId: `${record.kind} ${record.id}`, entryId: id, kind, version }
  const { ciphertext, key } = sealEntry(ref, text)
  const keys = holders
    .filter(({ officeId }) => !inside || officeId !== null)
    .map(holder => ({
      entry_id: id,
      version,
      holder_id: holder.id,
      epoch: holder.epoch,
      sealed: sealFor(secret, holder, key, id, guarded),
    }))
  wipe(key)
  return { row: { id, version, kind, ciphertext, guarded, author_id: authorId ?? null, at }, keys }
}

/** All of a record that this opener may read, in the order it was written. @throws Broken, naming the entry */
export const readEntries = async (tx: Tx, record: RecordRef, opener: Opener): Promise<Entry[]> =>
  (await entriesOf(tx, record)).map(row => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    at: row.at,
    authorId: row.author_id,
    text: row.guarded ? undefined : read(record, row, opener, row.sealed),
  }))

/** Opens a guarded entry, such as an identity, and records who wanted it and why, in the same transaction. @throws NotFound */
export const openGuarded = async (
  tx: Tx,
  secret: Secret,
  actor: Actor,
  record: RecordRef,
  entryId: string,
  keys: OfficeKeys,
  motive: string,
): Promise<Buffer> => {
  const row = (await entriesOf(tx, record)).findLast(({ id, guarded }) => id === entryId && guarded)
  if (!row) throw new NotFound()
  await insertOpening(tx, {
    entry_id: entryId,
    version: row.version,
    staff_id: actor.staffId,
    office_id: actor.officeId,
    motive,
  })
  await recordDeed(tx, 'entry.guarded-opened', entryId)
  return read(record, row, keys, takeLid(secret, guardOf(entryId), row.sealed))
}

/** An entry's key, sealed to one holder, under the lids that apply. */
export const sealFor = (
  secret: Secret,
  { publicKey, offerId }: Pick<Holder, 'publicKey' | 'offerId'>,
  key: Buffer,
  entryId: string,
  guarded: boolean,
): Buffer => {
  const sealed = sealKeyTo(publicKey, key)
  const guardedKey = guarded ? putLid(secret, guardOf(entryId), sealed) : sealed
  return offerId ? putLid(secret, `offer ${offerId}`, guardedKey) : guardedKey
}

/** The key of an entry, out of what was sealed to this opener. */
export const keyFor = (opener: Opener, epoch: number | null, sealed: Buffer, entryId: string): Buffer => {
  const pair = 'keyPair' in opener ? opener.keyPair : opener.epochs.get(epoch ?? 0)
  if (!pair) throw new Conflict('keys.not-granted')
  return openKey(sealed, pair, `key of entry ${entryId}`)
}

export const guardOf = (entryId: string) => `guarded ${entryId}`

type Row = Awaited<ReturnType<typeof entriesOf>>[number]

const read = (record: RecordRef, row: Row, opener: Opener, sealed: Buffer): Buffer => {
  const key = keyFor(opener, row.epoch, sealed, row.id)
  const { id: entryId, kind, version } = row
  try {
    return openEntry({ recordId: `${record.kind} ${record.id}`, entryId, kind, version }, row.ciphertext, key)
  } finally {
    wipe(key)
  }
}
