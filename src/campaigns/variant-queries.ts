import type { Tx } from '../platform/database/database.ts'

export const variantByKey = (tx: Tx, key: string) =>
  tx.selectFrom('variants').select(['file_key as fileKey', 'type']).where('key', '=', key).executeTakeFirst()

/** Writes a variant down. One that was begun before, by a process that was cut off, is written over. */
export const insertVariant = (
  tx: Tx,
  row: { key: string; versionId: number; fileKey: string; type: string; size: number },
) =>
  tx
    .insertInto('variants')
    .values({
      key: row.key,
      version_id: row.versionId,
      file_key: row.fileKey,
      type: row.type,
      size: row.size,
    })
    .onConflict(oc => oc.column('key').doUpdateSet({ file_key: row.fileKey, type: row.type, size: row.size }))
    .execute()

/** Forgets every variant drawn from these versions. @returns the files that no other variant shows */
export const forgetVariants = async (tx: Tx, versionIds: number[]): Promise<string[]> => {
  if (versionIds.length === 0) return []
  const gone = await tx
    .deleteFrom('variants')
    .where('version_id', 'in', versionIds)
    .returning('file_key')
    .execute()
  const files = [...new Set(gone.map(row => row.file_key))]
  const held = await Promise.all(files.map(key => variantHolds(tx, key)))
  return files.filter((_, index) => !held[index])
}

const variantHolds = async (tx: Tx, fileKey: string) =>
  (await tx.selectFrom('variants').select('key').where('file_key', '=', fileKey).executeTakeFirst()) !==
  undefined
