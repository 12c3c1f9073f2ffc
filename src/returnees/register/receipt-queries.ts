import type { Tx } from '../../platform/database/database.ts'

/** @returns false when this receipt is there already */
export const insertReturneeReceipt = async (
  tx: Tx,
  lookup: Buffer,
  returneeId: string,
  mustChange: boolean,
) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('returnee_receipts')
    .values({ lookup, returnee_id: returneeId, must_change: mustChange })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const returneeOfReceipt = (tx: Tx, lookup: Buffer) =>
  tx
    .selectFrom('returnee_receipts')
    .select(['returnee_id as returneeId', 'must_change as mustChange'])
    .where('lookup', '=', lookup)
    .executeTakeFirst()

export const deleteReturneeReceipt = (tx: Tx, lookup: Buffer) =>
  tx.deleteFrom('returnee_receipts').where('lookup', '=', lookup).execute()
