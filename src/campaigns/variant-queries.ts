import type { Tx } from '../platform/database/database.ts'

export const variantByKey = (tx: Tx, key: string) =>
  tx.selectFrom('variants').select(['file_key as fileKey', 'type']).where('key', '=', key).executeTakeFirst()

export const insertVariant = (tx: Tx, row: { key: string; fileKey: string; type: string; size: number }) =>
  tx
    .insertInto('variants')
    .values({ key: row.key, file_key: row.fileKey, type: row.type, size: row.size })
    .onConflict(oc => oc.doNothing())
    .execute()
