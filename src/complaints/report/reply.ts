import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { deriveReceipt, newReceipt } from '../../platform/vault/index.ts'
import { changeReceipt, writeEntry } from '../../staff/index.ts'
import { keepClocks } from '../clocks/keep-clocks.ts'
import { caseRecord, packed } from '../contents.ts'
import { type StoredFile, writeFileEntry } from '../files/keep-file.ts'
import { moveComplaint } from '../move-complaint.ts'
import { complaintById, deleteReceipt, insertHappening, insertReceipt } from '../queries.ts'

const reporter = { by: 'reporter' } as const

/** A message from the reporter, sealed to whoever holds the case now; no officer need be there. It ends the waiting for it. */
export const replyAsReporter = async (
  tx: Tx,
  house: House,
  complaintId: string,
  text: string,
  files: readonly StoredFile[],
): Promise<void> => {
  const entryId = text ? await writeMessage(tx, house, complaintId, text) : undefined
  for (const file of files) await writeFileEntry(tx, house, complaintId, file)
  const complaint = await complaintById(tx, complaintId)
  if (complaint?.state === 'waiting') await moveComplaint(tx, reporter, complaintId, 'answer', { entryId })
  else {
    await insertHappening(tx, { complaintId, ...reporter, deed: 'reporter-wrote', entryId })
    await keepClocks(tx, complaintId)
  }
}

/** Asks that a closure be looked at again, by somebody else. @throws Conflict when it is not closed any more */
export const contestClosure = async (
  tx: Tx,
  house: House,
  complaintId: string,
  objection: string,
): Promise<void> => {
  const entryId = await writeMessage(tx, house, complaintId, objection)
  await moveComplaint(tx, reporter, complaintId, 'contest', { entryId })
}

/** @throws Conflict when it is closed already */
export const withdrawReport = async (tx: Tx, complaintId: string): Promise<void> => {
  await moveComplaint(tx, reporter, complaintId, 'withdraw', { ground: 'withdrawn' })
}

/** A new number in place of the one that staff gave, and saw. @returns the new digits; the old ones open nothing any more */
export const changeNumber = async (house: House, complaintId: string, old: string): Promise<string> => {
  const digits = newReceipt()
  const [before, next] = [await deriveReceipt(house.secret, old), await deriveReceipt(house.secret, digits)]
  await house.db.asReporter(before.lookup.toString('hex'), async tx => {
    await insertReceipt(tx, next.lookup, complaintId, false)
    await deleteReceipt(tx, before.lookup)
    await changeReceipt(tx, house.secret, before, next)
  })
  return digits
}

const writeMessage = (tx: Tx, { secret }: Pick<House, 'secret'>, complaintId: string, text: string) =>
  writeEntry(tx, secret, caseRecord(complaintId), {
    kind: 'message',
    text: packed('message', { from: 'reporter', text }),
  })
