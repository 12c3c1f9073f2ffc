import { currentGuidance, guidanceByNumber } from '../../offers/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type OfficeKeys, readEntries } from '../../staff/index.ts'
import { caseRecord, unpacked } from '../contents.ts'
import { type IndicatorSet, screening } from './indicators.ts'
import { type ScreeningRow, screeningById } from './queries.ts'
import type { Sheet } from './sheet.ts'

export interface Screening {
  row: ScreeningRow
  sheet: Sheet
  /** The set it was begun with: a later version of the guidance does not change what was weighed. */
  set: IndicatorSet
  /** As it was at an earlier version. */
  at(version: number): Sheet | undefined
}

/** @throws NotFound when it is not there, or not this office's to read */
export const readScreening = async (
  tx: Tx,
  keys: OfficeKeys,
  complaintId: string,
  id: number,
): Promise<Screening> => {
  const row = await screeningById(tx, complaintId, id)
  if (!row) throw new NotFound()
  const entries = (await readEntries(tx, caseRecord(complaintId), keys)).filter(
    entry => entry.id === row.entryId,
  )
  const at = (version: number) => {
    const text = entries.find(entry => entry.version === version)?.text
    return text && unpacked('screening', text)
  }
  const sheet = at(row.version)
  if (!sheet) throw new NotFound()
  return { row, sheet, set: await setOf(tx, row.guidance), at }
}

/** The set that a screening begun now works with. */
export const currentSet = async (tx: Tx): Promise<{ set: IndicatorSet; number: number }> => {
  const found = await currentGuidance(tx, 'screening')
  if (!found) throw new Conflict('screening.no-guidance')
  return { set: parsedAs(found.number, found.body), number: found.number }
}

const setOf = async (tx: Tx, number: number) =>
  parsed.get(number) ?? parsedAs(number, (await guidanceByNumber(tx, 'screening', number))?.body)

// A released version never changes.
const parsed = new Map<number, IndicatorSet>()

const parsedAs = (number: number, body: unknown) => {
  const set = parsed.get(number) ?? screening.parse(body)
  parsed.set(number, set)
  return set
}
