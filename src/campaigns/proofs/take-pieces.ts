import { createHash } from 'node:crypto'
import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Actor } from '../../staff/index.ts'
import {
  arrived,
  dropOldest,
  dropPieces,
  forgetUploads,
  insertPiece,
  insertUpload,
  lockUpload,
  piecesOf,
} from './upload-queries.ts'

/** Bytes of one piece, and of all together: a photo of 20 MB with the form and the seal around it. */
export const largestPiece = 524_288
export const largestUpload = 21_000_000
/** Bytes of all that one person has begun and not ended. */
const mostUnfinished = 3 * largestUpload
const daysKept = 3

export interface Piece {
  upload: string
  /** Where it begins. */
  from: number
  total: number
}

/**
 * Takes the next piece. One that does not begin where the last one ended, or came already, changes nothing.
 * @returns how many bytes have arrived: where the sender goes on
 */
export const takePiece = async (
  tx: Tx,
  actor: Actor,
  { upload, from, total }: Piece,
  bytes: Buffer,
): Promise<number> => {
  if (await insertUpload(tx, upload, actor.staffId, total))
    await dropOldest(tx, actor.staffId, mostUnfinished)
  const begun = await lockUpload(tx, upload)
  if (!begun) return 0
  if (begun.answer !== null) return begun.total
  const here = await arrived(tx, upload)
  const fits = from === here && bytes.length > 0 && here + bytes.length <= begun.total
  if (!fits) return here
  await insertPiece(tx, upload, from, bytes)
  return here + bytes.length
}

/** Where a sender whose line broke goes on. */
export const arrivedOf = async (tx: Tx, upload: string): Promise<number> => {
  const begun = await lockUpload(tx, upload)
  return begun?.answer != null ? begun.total : arrived(tx, upload)
}

/**
 * All of it, when it is all there and is what was sent.
 * @param sha256 of the whole, as hex
 * @returns nothing when it is not; what was damaged on the way is dropped, to come again
 */
export const wholeOf = async (tx: Tx, upload: string, sha256: string): Promise<Buffer | undefined> => {
  const begun = await lockUpload(tx, upload)
  const whole = Buffer.concat(await piecesOf(tx, upload))
  if (!begun || whole.length !== begun.total) return undefined
  if (createHash('sha256').update(whole).digest('hex') === sha256) return whole
  await dropPieces(tx, upload)
  return undefined
}

/** What nobody came back for goes after some days. @returns how many went */
export const forgetOldUploads = ({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> =>
  db.asJob(tx => forgetUploads(tx, toDate(clock().subtract({ hours: daysKept * 24 }))))
