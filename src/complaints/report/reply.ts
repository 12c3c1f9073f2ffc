import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { deriveReceipt, newReceipt, type OpenReceipt } from '../../platform/vault/index.ts'
import { changeReceipt, writeEntry } from '../../staff/index.ts'
import { keepClocks } from '../clocks/keep-clocks.ts'
import { caseRecord, packed } from '../contents.ts'
import { lockCase } from '../custody/queries.ts'
import { tellSurviving } from '../duplicates/pair-queries.ts'
import { type StoredFile, writeFileEntry } from '../files/keep-file.ts'
import { moveComplaint } from '../move-complaint.ts'
import { complaintById, happeningsOf, insertHappening } from '../queries.ts'
import type { Filed } from './file-report.ts'
import { filedBefore } from './keep-report.ts'
import { deleteReceipt, insertReceipt } from './queries.ts'

const reporter = { by: 'reporter' } as const

interface Said {
  /** Of the form that brought it: sent twice, it is said once. */
  entryId: string | undefined
  text: string
  files?: readonly StoredFile[]
}

/** A message from the reporter, sealed to whoever holds the case now; no officer need be there. It ends the waiting for it. */
export const replyAsReporter = async (
  tx: Tx,
  house: House,
  complaintId: string,
  said: Said,
): Promise<void> => {
  const complaint = await lockCase(tx, complaintId)
  if (await saidBefore(tx, complaintId, said)) return
  const entryId = said.text ? await writeMessage(tx, house, complaintId, said) : undefined
  for (const file of said.files ?? []) await writeFileEntry(tx, house, complaintId, file)
  if (complaint?.state === 'waiting') await moveComplaint(tx, reporter, complaintId, 'answer', { entryId })
  else {
    await insertHappening(tx, { complaintId, ...reporter, deed: 'reporter-wrote', entryId })
    await keepClocks(tx, complaintId)
    if (complaint?.state === 'merged') await tellSurviving(tx)
  }
}

/** Asks that a closure be looked at again, by somebody else. @throws Conflict when it is not closed any more */
export const contestClosure = async (
  tx: Tx,
  house: House,
  complaintId: string,
  said: Said,
): Promise<void> => {
  await lockCase(tx, complaintId)
  if (await saidBefore(tx, complaintId, said)) return
  const entryId = await writeMessage(tx, house, complaintId, said)
  await moveComplaint(tx, reporter, complaintId, 'contest', { entryId })
}

/** Once; asked again it is withdrawn already. @throws Conflict when an office closed it */
export const withdrawReport = async (tx: Tx, complaintId: string): Promise<void> => {
  await lockCase(tx, complaintId)
  if ((await complaintById(tx, complaintId))?.ground === 'withdrawn') return
  await moveComplaint(tx, reporter, complaintId, 'withdraw', { ground: 'withdrawn' })
}

/** A new number in place of the one that staff gave, and saw; the old one opens nothing any more. */
export const changeNumber = async (
  house: House,
  complaintId: string,
  before: OpenReceipt,
): Promise<Filed> => {
  const receipt = newReceipt()
  const next = await deriveReceipt(house.secret, receipt)
  return house.db.asReporter(before.lookup.toString('hex'), async tx => {
    await insertReceipt(tx, next.lookup, complaintId, false)
    await deleteReceipt(tx, before.lookup)
    await changeReceipt(tx, house.secret, before, next)
    return { ...(await filedBefore(tx, complaintId)), receipt, isNew: true }
  })
}

const saidBefore = async (tx: Tx, complaintId: string, { entryId }: Said) =>
  entryId !== undefined && (await happeningsOf(tx, complaintId)).some(event => event.entryId === entryId)

const writeMessage = (tx: Tx, { secret }: Pick<House, 'secret'>, complaintId: string, said: Said) =>
  writeEntry(tx, secret, caseRecord(complaintId), {
    kind: 'message',
    text: packed('message', { from: 'reporter', text: said.text }),
    ...(said.entryId && { id: said.entryId }),
  })
