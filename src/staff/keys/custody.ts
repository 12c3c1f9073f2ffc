import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import { type OpenReceipt, takeLid, wipe } from '../../platform/vault/index.ts'
import { guardOf, keyFor, type Opener, sealFor } from './entries.ts'
import { bearerHolder, type Holder, holdersOf, officeHolder } from './holders.ts'
import type { OfficeKeys } from './office-key.ts'
import { currentOfficeKey } from './office-queries.ts'
import {
  deleteHolder,
  deleteOffer,
  endHolder,
  entriesOf,
  holderByLookup,
  insertHolder,
  insertKeys,
  keysBefore,
  keysOfHolder,
  keysOfOffer,
  lockAlone,
  presentReceipt,
  type RecordRef,
  renewKey,
  replaceReceipt,
  settleOffer,
} from './record-queries.ts'

/**
 * Offers a record to another office, for a hand-over or a referral: every key is sealed to it, under a lid that only its
 * acceptance takes off. @returns the offer's id. @throws Conflict when that office has no key
 */
export const offerRecord = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  officeId: number,
  keys: OfficeKeys,
): Promise<string> => {
  await lockAlone(tx, record)
  const offerId = randomUUID()
  await insertHolder(tx, record, { ...officeHolder(secret, record, officeId), offer_id: offerId })
  const receiver = (await holdersOf(tx, secret, record)).find(holder => holder.offerId === offerId)!
  await sealAllTo(tx, secret, record, receiver, keys)
  return offerId
}

/** Gives a record to another office at once, as when a holder grants what was asked for: no lid, for nobody has to accept. */
export const giveRecord = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  officeId: number,
  keys: OfficeKeys,
): Promise<void> => {
  await lockAlone(tx, record)
  await insertHolder(tx, record, officeHolder(secret, record, officeId))
  const receiver = (await holdersOf(tx, secret, record)).find(
    holder => holder.officeId === officeId && holder.offerId === null,
  )!
  await sealAllTo(tx, secret, record, receiver, keys)
}

const sealAllTo = async (tx: Tx, secret: Secret, record: RecordRef, receiver: Holder, keys: OfficeKeys) => {
  const rows = (await entriesOf(tx, record)).map(entry => {
    const key = keyOf(secret, keys, { ...entry, entry_id: entry.id })
    const sealed = sealFor(secret, receiver, key, entry.id, entry.guarded)
    wipe(key)
    return {
      entry_id: entry.id,
      version: entry.version,
      holder_id: receiver.id,
      epoch: receiver.epoch,
      sealed,
    }
  })
  if (rows.length > 0) await insertKeys(tx, rows)
}

/** Takes the lids off, in the transaction that accepts. @throws Conflict when the offer is gone or was accepted meanwhile */
export const acceptOffer = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  officeId: number,
  offerId: string,
): Promise<void> => {
  await lockAlone(tx, record)
  const waiting = await keysOfOffer(tx, offerId)
  if (!(await settleOffer(tx, offerId, officeId))) throw new Conflict('keys.offer-gone')
  for (const row of waiting)
    await renewKey(tx, row, { sealed: takeLid(secret, `offer ${offerId}`, row.sealed) })
}

/** Rejected, withdrawn or expired: the keys go with the offer. @returns false when it is gone already */
export const dropOffer = (tx: Tx, offerId: string): Promise<boolean> => deleteOffer(tx, offerId)

/** Ends an office's hold. It reads nothing new; what it had it keeps only where the rules of the room say so. */
export const endHold = async (tx: Tx, record: RecordRef, officeId: number, keepsOld: boolean) => {
  await lockAlone(tx, record)
  await (keepsOld ? endHolder(tx, record, officeId) : deleteHolder(tx, record, officeId))
}

/** A receipt takes the place of another, as at the first use of one that staff gave: the old one finds and opens nothing. */
export const changeReceipt = async (
  tx: Tx,
  secret: Secret,
  old: OpenReceipt,
  next: OpenReceipt,
): Promise<void> => {
  await presentReceipt(tx, old.lookup)
  const holder = await holderByLookup(tx, old.lookup)
  if (!holder) throw new Conflict('keys.receipt-replaced')
  const record = { kind: holder.record_kind, id: holder.record_id }
  await lockAlone(tx, record)
  const bearer = { publicKey: next.keyPair.publicKey, offerId: null }
  for (const row of await keysOfHolder(tx, holder.id)) {
    const key = keyOf(secret, old, { ...row, epoch: null })
    await renewKey(tx, row, { sealed: sealFor(secret, bearer, key, row.entry_id, row.guarded) })
    wipe(key)
  }
  await replaceReceipt(tx, holder.id, bearerHolder(secret, record, next))
  await presentReceipt(tx, next.lookup)
}

/** Seals again to the office's present key what lies under an earlier one. @returns how many; call until it is 0 */
export const resealToEpoch = async (
  tx: Tx,
  secret: Secret,
  keys: OfficeKeys,
  limit = 200,
): Promise<number> => {
  const current = await currentOfficeKey(tx, keys.officeId)
  if (!current || !keys.epochs.has(current.epoch)) return 0
  const { publicKey } = keys.epochs.get(current.epoch)!
  const rows = (await keysBefore(tx, keys.officeId, current.epoch, limit)).filter(({ epoch }) =>
    keys.epochs.has(epoch!),
  )
  for (const row of rows) {
    const key = keyOf(secret, keys, row)
    const sealed = sealFor(secret, { publicKey, offerId: null }, key, row.entry_id, row.guarded)
    await renewKey(tx, row, { sealed, epoch: current.epoch })
    wipe(key)
  }
  return rows.length
}

/** The key itself, for sealing it to somebody else: the lid of a guarded one is lifted for that, its content never opened. */
const keyOf = (
  secret: Secret,
  opener: Opener,
  row: { entry_id: string; epoch: number | null; sealed: Buffer; guarded: boolean },
) =>
  keyFor(
    opener,
    row.epoch,
    row.guarded ? takeLid(secret, guardOf(row.entry_id), row.sealed) : row.sealed,
    row.entry_id,
  )
