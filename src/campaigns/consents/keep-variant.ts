import type { House } from '../../platform/house.ts'
import { insertVariant, variantHolds } from '../variant-queries.ts'
import { holdConsents, isRecalled } from './guard-queries.ts'

interface Made {
  key: string
  versionId: number
  bytes: Uint8Array
  type: string
}

/**
 * Keeps a variant, unless a consent that it rests on has ended while it was drawn: then nothing of it stays.
 * @returns whether it is kept
 */
export const keepUnlessRecalled = async (
  { db, files }: Pick<House, 'db' | 'files'>,
  { bytes, ...made }: Made,
): Promise<boolean> => {
  const fileKey = await files.put(bytes)
  return db.asJob(async tx => {
    // Nobody ends a consent between the look and the keeping; whoever does next finds this variant and forgets it.
    await holdConsents(tx)
    const recalled = await isRecalled(tx, made.versionId)
    if (!recalled) await insertVariant(tx, { ...made, fileKey, size: bytes.length })
    else if (!(await variantHolds(tx, fileKey))) await files.remove(fileKey)
    return !recalled
  })
}
