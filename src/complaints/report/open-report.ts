import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { OpenReceipt } from '../../platform/vault/index.ts'
import { type Entry, readEntries } from '../../staff/index.ts'
import { caseRecord } from '../contents.ts'
import { survivingStatus } from '../duplicates/pair-queries.ts'
import { complaintById, happeningsOf } from '../queries.ts'
import { complaintOfReceipt, markSeen } from './queries.ts'

export type OpenedReport = NonNullable<Awaited<ReturnType<typeof openReport>>>

/** What a receipt opens. @returns nothing when it opens nothing */
export const openReport = (house: House, receipt: OpenReceipt) =>
  asBearer(house, receipt, tx => readReport(tx, receipt))

/** Works as the bearer of a receipt. @returns nothing when it opens nothing */
export const withReceipt = <T>(
  house: House,
  receipt: OpenReceipt,
  work: (tx: Tx, found: { complaintId: string; mustChange: boolean }) => Promise<T>,
): Promise<T | undefined> =>
  asBearer(house, receipt, async tx => {
    const found = await complaintOfReceipt(tx, receipt.lookup)
    return found && work(tx, found)
  })

const asBearer = <T>({ db }: House, { lookup }: OpenReceipt, work: (tx: Tx) => Promise<T>) =>
  db.asReporter(lookup.toString('hex'), work)

const readReport = async (tx: Tx, receipt: OpenReceipt) => {
  const found = await complaintOfReceipt(tx, receipt.lookup)
  const complaint = found && (await complaintById(tx, found.complaintId))
  if (!found || !complaint) return undefined
  const [events, entries] = [
    await happeningsOf(tx, complaint.id),
    await readEntries(tx, caseRecord(complaint.id), receipt),
  ]
  const last = events.at(-1)?.id ?? 0
  if (last > found.seenEvent) await markSeen(tx, receipt.lookup, last)
  return {
    complaint,
    events,
    entries: entries as Entry[],
    seenBefore: found.seenEvent,
    mustChange: found.mustChange,
    surviving: complaint.state === 'merged' ? await survivingStatus(tx) : undefined,
  }
}
