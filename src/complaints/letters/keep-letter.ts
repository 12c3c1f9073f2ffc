import { randomUUID } from 'node:crypto'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, type OfficeKeys, readEntries, writeEntry } from '../../staff/index.ts'
import { caseForReading } from '../case-gate.ts'
import { caseRecord, packed, unpacked } from '../contents.ts'
import { insertHappening } from '../queries.ts'
import { compose, type Writing } from './compose.ts'
import { numberOf } from './number.ts'
import { pdfOf } from './paper.ts'
import { insertLetter, letterById, nextSerial, versionsOfLetter } from './queries.ts'

export interface NewLetter {
  complaintId: string
  writing: Omit<Writing, 'number' | 'preview'>
  logo: Uint8Array | undefined
  full: boolean
  screening: number | null
  /** The letter that this one corrects: its number stays. */
  corrects?: number | undefined
  /** Words that go to the reporter's own page as well. */
  toReporter?: string | undefined
}

/**
 * Gives the letter its number, typesets and seals it: all in one transaction, so that no number is given without its letter.
 * @returns its id. @throws NotFound when the case is not this office's to read; Conflict when a colleague corrected it first
 */
export const keepLetter = async (
  house: House,
  tx: Tx,
  actor: Actor,
  { complaintId, writing, logo, full, screening, corrects, toReporter }: NewLetter,
): Promise<number> => {
  await caseForReading(tx, actor, complaintId)
  const { kind, fields } = writing
  const place = await placeFor(house, tx, actor, complaintId, kind, corrects)
  const number = numberOf(kind, actor.office.shortName, place.day, place.serial, place.version)
  const pdf = pdfOf(compose({ ...writing, number, preview: false }), logo)
  const entryId = await writeEntry(tx, house.secret, caseRecord(complaintId), {
    kind: 'letter',
    text: packed('letter', {
      kind,
      number,
      fields,
      screening,
      full,
      pdf: Buffer.from(pdf).toString('base64'),
    }),
    id: place.entryId,
    version: place.version,
    inside: true,
    authorId: actor.staffId,
  })
  const { serial, version } = place
  const id = await insertLetter(tx, {
    complaint_id: complaintId,
    kind,
    office_id: actor.officeId,
    year: place.day.year,
    serial,
    version,
    entry_id: entryId,
    made_by: actor.staffId,
    made_at: toDate(house.clock()),
  })
  await tell(tx, actor, complaintId, 'letter-made', { letter: id, kind, serial, version }, entryId)
  if (toReporter) await sendToReporter(house, tx, actor, complaintId, toReporter)
  return id
}

/** A letter of the case, opened. @throws NotFound when this office may not read it */
export const readLetter = async (tx: Tx, keys: OfficeKeys, complaintId: string, id: number) => {
  const row = await letterById(tx, complaintId, id)
  const entry =
    row &&
    (await readEntries(tx, caseRecord(complaintId), keys)).find(
      candidate => candidate.id === row.entryId && candidate.version === row.version,
    )
  if (!row || !entry?.text) throw new NotFound()
  return { row, letter: unpacked('letter', entry.text) }
}

/** A number of its own, or the number of the letter it corrects with the next version. */
const placeFor = async (
  house: House,
  tx: Tx,
  actor: Actor,
  complaintId: string,
  kind: string,
  corrects: number | undefined,
) => {
  if (corrects === undefined) {
    const day = dayOf(house.clock(), actor.office.timeZone)
    return { entryId: randomUUID(), day, serial: await nextSerial(tx, actor.officeId, day.year), version: 1 }
  }
  const earlier = await letterById(tx, complaintId, corrects)
  if (earlier?.officeId !== actor.officeId || earlier.kind !== kind) throw new NotFound()
  const versions = await versionsOfLetter(tx, earlier.entryId)
  if (versions.at(-1)?.version !== earlier.version) throw new Conflict('complaint.changed-meanwhile')
  const { entryId, serial, version } = earlier
  const day = dayOf(new Date(versions[0]!.madeAt), actor.office.timeZone)
  return { entryId, day, serial, version: version + 1 }
}

const sendToReporter = async ({ secret }: House, tx: Tx, actor: Actor, complaintId: string, text: string) => {
  const entryId = await writeEntry(tx, secret, caseRecord(complaintId), {
    kind: 'message',
    text: packed('message', { from: 'office', text }),
    authorId: actor.staffId,
  })
  await tell(tx, actor, complaintId, 'office-wrote', { files: 0 }, entryId)
}

const tell = (
  tx: Tx,
  { staffId, officeId }: Actor,
  complaintId: string,
  deed: string,
  detail: Record<string, string | number>,
  entryId: string,
) => insertHappening(tx, { complaintId, by: 'officer', staffId, officeId, deed, detail, entryId })
