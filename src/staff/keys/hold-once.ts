import type { Tx } from '../../platform/database/database.ts'
import type { Secret } from '../../platform/secrets.ts'
import { officeHolder } from './holders.ts'
import { insertFirstHolders, lockAlone, type RecordRef, sealingTo } from './record-queries.ts'

/** Begins a record that these offices hold together, unless it was begun before: two who come first at once begin one. */
export const holdOnce = async (
  tx: Tx,
  secret: Secret,
  record: RecordRef,
  officeIds: readonly number[],
): Promise<void> => {
  await lockAlone(tx, record)
  if ((await sealingTo(tx, record)).length > 0) return
  const holders = officeIds.map(officeId => officeHolder(secret, record, officeId))
  await insertFirstHolders(tx, record, holders)
}
