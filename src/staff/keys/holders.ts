import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import { type OpenReceipt, vouch, vouched } from '../../platform/vault/index.ts'
import { officePlace } from './office-key.ts'
import { type RecordRef, type SealingRow, sealingTo } from './record-queries.ts'

/** Somebody to seal an entry's key to. */
export interface Holder {
  id: string
  /** Nothing for a receipt. */
  officeId: number | null
  epoch: number | null
  offerId: string | null
  publicKey: Buffer
}

/** A receipt as far as sealing to it goes. */
export type Bearer = Pick<OpenReceipt, 'lookup'> & { keyPair: { publicKey: Buffer } }

/**
 * Who holds the record now, and to whom it is offered, each with a public key that the house vouches for.
 * @throws Conflict when one is an office without a key; Broken when a holder or a key was put in by another hand
 */
export const holdersOf = async (tx: Tx, secret: Secret, record: RecordRef): Promise<Holder[]> =>
  vouchedHolders(secret, record, await sealingTo(tx, record))

/** The same of rows that were read already. */
export const vouchedHolders = (secret: Secret, record: RecordRef, rows: readonly SealingRow[]): Holder[] =>
  rows.map(row => ({
    id: row.id,
    officeId: row.office_id,
    epoch: row.epoch,
    offerId: row.offer_id,
    publicKey: row.lookup ? bearerKey(secret, record, row) : officeKey(secret, record, row),
  }))

/** The row of an office that holds, or is offered, a record. */
export const officeHolder = (secret: Secret, record: RecordRef, officeId: number) => ({
  office_id: officeId,
  mark: vouch(secret, officeHold(record, officeId), nothing),
})

/** The row of a receipt that holds a record. */
export const bearerHolder = (secret: Secret, record: RecordRef, { lookup, keyPair }: Bearer) => ({
  lookup,
  public_key: keyPair.publicKey,
  mark: vouch(secret, bearerHold(record, lookup), keyPair.publicKey),
})

const bearerKey = (secret: Secret, record: RecordRef, { lookup, public_key, mark }: SealingRow) =>
  vouched(secret, bearerHold(record, lookup!), public_key!, mark)

const officeKey = (secret: Secret, record: RecordRef, row: SealingRow) => {
  vouched(secret, officeHold(record, row.office_id!), nothing, row.mark)
  if (!row.office_public_key) throw new Conflict('keys.office-without-key')
  return vouched(secret, officePlace(row.office_id!, row.epoch!), row.office_public_key, row.office_mark)
}

const nothing = Buffer.alloc(0)
const officeHold = ({ kind, id }: RecordRef, officeId: number) =>
  `hold of ${kind} ${id} by office ${officeId}`
const bearerHold = ({ kind, id }: RecordRef, lookup: Buffer) =>
  `hold of ${kind} ${id} by receipt ${lookup.toString('hex')}`
