import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { jsonRows } from '../../platform/database/rows.ts'

/** A thing whose content is sealed, such as a report: the room that keeps it names the kind. */
export interface RecordRef {
  kind: string
  id: string
}

/** From here to the end of the transaction, the bearer of this receipt sees what it opens. */
export const presentReceipt = (tx: Tx, lookup: Buffer) =>
  sql`select set_config('app.receipt', ${lookup.toString('hex')}, true)`.execute(tx)

/** Until the end of the transaction: who writes shares the record with others who write, who changes its holders has it alone. */
export const lockAlone = (tx: Tx, { kind, id }: RecordRef) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`record ${kind} ${id}`}, 0))`.execute(tx)

export const insertHolder = (
  tx: Tx,
  { kind, id }: RecordRef,
  holder: {
    office_id?: number
    lookup?: Buffer
    public_key?: Buffer
    offer_id?: string
    since?: Date
    mark: Buffer
  },
) =>
  tx
    .insertInto('record_holders')
    .values({ record_kind: kind, record_id: id, ...holder })
    .execute()

/** Who holds a record, or is offered it, each with its public key; an office without a key has none. */
export interface SealingRow {
  id: string
  office_id: number | null
  offer_id: string | null
  lookup: Buffer | null
  public_key: Buffer | null
  mark: Buffer
  epoch: number | null
  office_public_key: Buffer | null
  office_mark: Buffer | null
}

/** Shares the record with others who write, to the end of the transaction. @returns who is to be sealed to */
export const sealingTo = async (tx: Tx, { kind, id }: RecordRef) =>
  (await sql<SealingRow>`select * from sealing_to(${kind}, ${id})`.execute(tx)).rows

interface FirstHolder {
  office_id?: number
  lookup?: Buffer
  public_key?: Buffer
  mark: Buffer
}

/** From here to the end of the transaction, the bearer of a receipt among the holders sees what it opens. */
export const insertFirstHolders = async (tx: Tx, { kind, id }: RecordRef, holders: readonly FirstHolder[]) =>
  (
    await sql<SealingRow>`
      select s.* from hold_record(${kind}, ${id}, ${jsonRows(holders)}) as record, lateral sealing_to(${kind}, record) s`.execute(
      tx,
    )
  ).rows

export interface EntryRow {
  id: string
  version: number
  kind: string
  ciphertext: Buffer
  guarded: boolean
  author_id: string | null
  at?: Date | undefined
}

export interface KeyRow {
  entry_id: string
  version: number
  holder_id: string
  epoch: number | null
  sealed: Buffer
}

export const insertEntries = (
  tx: Tx,
  { kind, id }: RecordRef,
  entries: readonly EntryRow[],
  keys: readonly KeyRow[],
) => sql`select write_entries(${kind}, ${id}, ${jsonRows(entries)}, ${jsonRows(keys)})`.execute(tx)

export const insertKeys = (tx: Tx, rows: KeyRow[]) => tx.insertInto('entry_keys').values(rows).execute()

export const entriesOf = (tx: Tx, { kind, id }: RecordRef) =>
  tx
    .selectFrom('vault_entries as e')
    .innerJoin('entry_keys as k', join =>
      join.onRef('k.entry_id', '=', 'e.id').onRef('k.version', '=', 'e.version'),
    )
    .innerJoin('record_holders as h', 'h.id', 'k.holder_id')
    .select([
      'e.id',
      'e.version',
      'e.kind',
      'e.ciphertext',
      'e.guarded',
      'e.author_id',
      'e.at',
      'k.epoch',
      'k.sealed',
    ])
    .select('h.office_id')
    .where('e.record_kind', '=', kind)
    .where('e.record_id', '=', id)
    .where('h.offer_id', 'is', null)
    .orderBy('e.at')
    .orderBy('e.version')
    .execute()

export const insertOpening = (
  tx: Tx,
  row: { entry_id: string; version: number; staff_id: string; office_id: number; motive: string },
) => tx.insertInto('guarded_openings').values(row).execute()

export const openingsOf = (tx: Tx, entryId: string) =>
  tx
    .selectFrom('guarded_openings as g')
    .leftJoin('staff as s', 's.id', 'g.staff_id')
    .select(['g.staff_id', 'g.office_id', 'g.motive', 'g.at', 's.name'])
    .where('g.entry_id', '=', entryId)
    .orderBy('g.at')
    .execute()

/** The keys that wait behind an offer to the own office. */
export const keysOfOffer = (tx: Tx, offerId: string) =>
  tx
    .selectFrom('entry_keys as k')
    .innerJoin('record_holders as h', 'h.id', 'k.holder_id')
    .select(['k.entry_id', 'k.version', 'k.holder_id', 'k.epoch', 'k.sealed'])
    .where('h.offer_id', '=', offerId)
    .execute()

export const renewKey = (
  tx: Tx,
  { entry_id, version, holder_id }: { entry_id: string; version: number; holder_id: string },
  change: { sealed: Buffer; epoch?: number },
) =>
  tx
    .updateTable('entry_keys')
    .set(change)
    .where('entry_id', '=', entry_id)
    .where('version', '=', version)
    .where('holder_id', '=', holder_id)
    .execute()

/** @returns false when the offer is gone, or another was quicker */
export const settleOffer = async (tx: Tx, offerId: string, officeId: number) => {
  const { numUpdatedRows } = await tx
    .updateTable('record_holders')
    .set({ offer_id: null })
    .where('offer_id', '=', offerId)
    .where('office_id', '=', officeId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const deleteOffer = async (tx: Tx, offerId: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('record_holders')
    .where('offer_id', '=', offerId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export const deleteHolder = (tx: Tx, { kind, id }: RecordRef, officeId: number) =>
  holder(tx.deleteFrom('record_holders'), kind, id, officeId).execute()

export const endHolder = (tx: Tx, { kind, id }: RecordRef, officeId: number) =>
  holder(tx.updateTable('record_holders').set({ ended_at: sql<Date>`now()` }), kind, id, officeId).execute()

const holder = <Q extends { where(...args: [string, string, unknown]): Q }>(
  query: Q,
  kind: string,
  id: string,
  officeId: number,
): Q =>
  query
    .where('record_kind', '=', kind)
    .where('record_id', '=', id)
    .where('office_id', '=', officeId)
    .where('ended_at', 'is', null)

export const holderByLookup = (tx: Tx, lookup: Buffer) =>
  tx
    .selectFrom('record_holders')
    .select(['id', 'record_kind', 'record_id'])
    .where('lookup', '=', lookup)
    .executeTakeFirst()

export const replaceReceipt = (
  tx: Tx,
  holderId: string,
  next: { lookup: Buffer; public_key: Buffer; mark: Buffer },
) => tx.updateTable('record_holders').set(next).where('id', '=', holderId).execute()

export const keysOfHolder = (tx: Tx, holderId: string) =>
  tx
    .selectFrom('entry_keys as k')
    .innerJoin('vault_entries as e', join =>
      join.onRef('e.id', '=', 'k.entry_id').onRef('e.version', '=', 'k.version'),
    )
    .select(['k.entry_id', 'k.version', 'k.holder_id', 'k.sealed', 'e.guarded'])
    .where('k.holder_id', '=', holderId)
    .execute()

/** Keys of the own office that are sealed to an epoch before this one. */
export const keysBefore = (tx: Tx, officeId: number, epoch: number, limit: number) =>
  tx
    .selectFrom('entry_keys as k')
    .innerJoin('record_holders as h', 'h.id', 'k.holder_id')
    .innerJoin('vault_entries as e', join =>
      join.onRef('e.id', '=', 'k.entry_id').onRef('e.version', '=', 'k.version'),
    )
    .select(['k.entry_id', 'k.version', 'k.holder_id', 'k.epoch', 'k.sealed', 'e.guarded'])
    .where('h.office_id', '=', officeId)
    .where('h.offer_id', 'is', null)
    .where('k.epoch', '<', epoch)
    .limit(limit)
    .execute()
