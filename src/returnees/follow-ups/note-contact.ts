import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { writeEntry } from '../../staff/index.ts'
import { packed, returneeRecord } from '../contents.ts'
import type { Told } from './form.ts'
import { followUpOf, insertContact } from './queries.ts'

/**
 * Writes down an attempt and what was heard, never over an earlier one; the note is sealed with the person's record.
 * @param staffId nobody when the person tells it alone. @throws NotFound when it is not due or not visible
 */
export const noteContact = async (
  { clock, secret }: Pick<House, 'clock' | 'secret'>,
  tx: Tx,
  staffId: string | null,
  at: { startId: string; month: number },
  told: Told,
): Promise<void> => {
  const due = await followUpOf(tx, at.startId, at.month, String(dayOf(clock())))
  if (!due) throw new NotFound()
  const { note, facts, outcome, way } = told
  const record = returneeRecord(due.returneeId)
  const text = packed({ text: note, month: due.month, about: due.about })
  const author = staffId ? { authorId: staffId } : {}
  await insertContact(tx, {
    returneeId: due.returneeId,
    officeId: due.officeId,
    startId: due.startId,
    month: due.month,
    outcome,
    way,
    // Of somebody who was not there or said no, nothing is known.
    ...(outcome === 'active' || outcome === 'stopped' ? facts : nothing),
    staffId,
    entryId: note ? await writeEntry(tx, secret, record, { kind: 'follow-up', text, ...author }) : null,
    at: toDate(clock()),
  })
}

const nothing = { turnover: null, workers: null, licensed: null, leavingAgain: null }
