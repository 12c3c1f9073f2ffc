import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { type Block, isBeingWritten } from './meeting.ts'
import { type BlockWords, blockById, insertBlock, rewriteBlock } from './minutes-queries.ts'
import { meetingById } from './queries.ts'

type Clocked = Pick<House, 'clock'>

/** @returns the block's id. @throws NotFound without an invitation, Conflict when the minutes are closed */
export const addBlock = async (
  house: Clocked,
  tx: Tx,
  actor: Actor,
  meetingId: number,
  words: Pick<BlockWords, 'kind' | 'body'>,
): Promise<number> => {
  await mustBeWritten(tx, meetingId)
  return insertBlock(tx, meetingId, words, writer(house, actor))
}

/**
 * Writes over the version of a block that the writer had before them.
 * @returns nothing when it is done; the block as it is now when somebody wrote meanwhile: then nothing is written, and the writer chooses
 */
export const writeBlock = async (
  house: Clocked,
  tx: Tx,
  actor: Actor,
  { meetingId, blockId, seen }: { meetingId: number; blockId: number; seen: number },
  words: BlockWords,
): Promise<Block | undefined> => {
  await mustBeWritten(tx, meetingId)
  const block = await blockById(tx, meetingId, blockId)
  if (!block) throw new NotFound()
  if (block.body === words.body && block.kind === words.kind && block.removed === words.removed)
    return undefined
  if (await rewriteBlock(tx, blockId, seen, words, writer(house, actor))) return undefined
  return (await blockById(tx, meetingId, blockId))!
}

/** @throws NotFound without an invitation, Conflict when the minutes are closed */
export const mustBeWritten = async (tx: Tx, meetingId: number) => {
  const meeting = await meetingById(tx, meetingId)
  if (!meeting) throw new NotFound()
  if (!isBeingWritten(meeting.state)) throw new Conflict('minutes.closed')
  return meeting
}

const writer = ({ clock }: Clocked, { staffId, officeId }: Actor) => ({
  staffId,
  officeId,
  at: toDate(clock()),
})
