import { record } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Entry, type OfficeKeys, openingsOf, readEntries, type StaffVisit } from '../../staff/index.ts'
import { returneeRecord, unpacked, wordsContent } from '../contents.ts'
import { sameReturnees } from '../likeness/queries.ts'
import { returneeById } from './queries.ts'

export type ShownReturnee = Awaited<ReturnType<typeof readReturnee>>

/**
 * A record for the page: what stands in the clear and, with the office's keys, the words.
 * @throws NotFound when it is not this office's; Locked when the password is needed again
 */
export const readReturnee = async ({ db }: House, visit: StaffVisit, id: string) => {
  const reading = (keys?: OfficeKeys) =>
    db.asActor(visit.actor, async tx => {
      const returnee = await returneeById(tx, id)
      if (!returnee) throw new NotFound()
      await record(tx, 'returnee.viewed', `/purna/${id}`)
      const entries = keys ? await readEntries(tx, returneeRecord(id), keys) : []
      return { returnee, isOpen: keys !== undefined, ...(await gather(tx, id, entries)) }
    })
  try {
    return await visit.withKeys(reading)
  } catch (error) {
    if (!(error instanceof Conflict && error.key === 'keys.not-granted')) throw error
    return reading()
  }
}

const gather = async (tx: Tx, id: string, entries: Entry[]) => {
  const identity = entries.findLast(({ kind }) => kind === 'identity')?.id
  return {
    words: entries.flatMap(({ kind, text, at }) =>
      kind === 'words' && text ? [{ at, ...unpacked(wordsContent, text) }] : [],
    ),
    identity,
    openings: identity ? await openingsOf(tx, identity) : [],
    same: await sameReturnees(tx, id),
  }
}
