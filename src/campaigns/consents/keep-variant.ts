import type { Tx } from '../../platform/database/database.ts'
import { keyOf } from '../../platform/files/store.ts'
import type { House } from '../../platform/house.ts'
import { insertVariant } from '../variant-queries.ts'
import { holdConsents, isRecalled } from './guard-queries.ts'

interface Made {
  key: string
  versionId: number
  bytes: Uint8Array
  type: string
}

/**
 * Keeps a variant, unless a consent that it rests on has ended while it was drawn: then nothing of it stays. Its row is there before
 * its file, so that a process killed in between leaves a row that the next drawing fills, and never a file that nobody would find.
 * @returns whether it is kept
 */
export const keepUnlessRecalled = async (
  { db, files }: Pick<House, 'db' | 'files'>,
  { bytes, ...made }: Made,
): Promise<boolean> => {
  // Nobody ends a consent between the look and the keeping; whoever does next finds this variant and forgets it.
  const unlessRecalled = (keep: (tx: Tx) => Promise<unknown>) =>
    db.asJob(async tx => {
      await holdConsents(tx)
      const recalled = await isRecalled(tx, made.versionId)
      if (!recalled) await keep(tx)
      return !recalled
    })
  const row = { ...made, fileKey: keyOf(bytes), size: bytes.length }
  return (
    (await unlessRecalled(tx => insertVariant(tx, row))) && (await unlessRecalled(() => files.put(bytes)))
  )
}
