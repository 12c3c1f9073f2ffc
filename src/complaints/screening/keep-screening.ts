import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type Actor, type OfficeKeys, writeEntry } from '../../staff/index.ts'
import { caseRecord, packed } from '../contents.ts'
import { heldCase } from '../custody/make-offer.ts'
import { insertHappening } from '../queries.ts'
import { advanceScreening, insertScreening } from './queries.ts'
import { currentSet, readScreening, type Screening } from './read-screening.ts'
import { type Certainty, hashOf, type Item, type Sheet, tickedOf, withoutSource } from './sheet.ts'
import { weigh } from './weigh.ts'

interface Place {
  complaintId: string
  id: number
  /** The version that the writer had before the eyes. */
  version: number
}

/** What a save comes to: written, or, when a colleague wrote the same answers meanwhile, theirs. */
export type Saved = { ok: true } | { ok: false; stored: Sheet; version: number }

/** Begins a draft with the question that changes the weights. @throws NotFound when the case is not this office's */
export const beginScreening = async (
  house: House,
  tx: Tx,
  actor: Actor,
  complaintId: string,
  age: 'adult' | 'child' | 'unsure',
): Promise<number> => {
  await heldCase(tx, actor, complaintId)
  const { number } = await currentSet(tx)
  const who = age === 'adult' ? 'adult' : 'child'
  const entryId = await writeSheet(house, tx, actor, complaintId, {
    sheet: { who, unsure: age === 'unsure', items: {}, steps: {}, certainty: '', note: '' },
    id: randomUUID(),
    version: 1,
  })
  const id = await insertScreening(tx, {
    complaint_id: complaintId,
    guidance_version: number,
    child: who === 'child',
    made_by: actor.staffId,
    office_id: actor.officeId,
    entry_id: entryId,
  })
  await tell(tx, actor, complaintId, 'screening-begun', { screening: id })
  return id
}

/** Saves the answers of one page. Pages that a colleague saved meanwhile stay as they are. @throws NotFound, Conflict when signed */
export const saveStep = (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  place: Place & { step: string; answers: Record<string, Item>; skipped: boolean },
): Promise<Saved> =>
  saveChange(house, tx, actor, keys, place, {
    part: sheet => [Object.keys(place.answers).map(id => sheet.items[id] ?? null)],
    change: sheet => ({
      ...sheet,
      items: { ...sheet.items, ...place.answers },
      steps: { ...sheet.steps, [place.step]: place.skipped ? 'skipped' : 'done' },
    }),
  })

/** The officer's own certainty, beside what is computed. @throws NotFound, Conflict when signed */
export const saveCertainty = (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  place: Place & { certainty: Certainty; note: string },
): Promise<Saved> =>
  saveChange(house, tx, actor, keys, place, {
    part: ({ certainty, note }) => [certainty, note],
    change: sheet => ({ ...sheet, certainty: place.certainty, note: place.note }),
  })

/**
 * Signs: from now on it never changes, and a new one has to be begun.
 * @throws Conflict when it changed meanwhile, an indicator has no source, or the own certainty is missing
 */
export const signScreening = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { complaintId, id, version }: Place,
): Promise<void> => {
  await heldCase(tx, actor, complaintId)
  const { row, sheet, set } = await openDraft(tx, keys, complaintId, id)
  if (row.version !== version) throw new Conflict('screening.changed-meanwhile')
  if (withoutSource(sheet).length > 0) throw new Conflict('screening.source-missing')
  if (!sheet.certainty) throw new Conflict('screening.certainty-missing')
  const at = new Date(house.clock().epochMilliseconds)
  if (!(await advanceScreening(tx, id, version, { by: actor.staffId, at })))
    throw new Conflict('screening.changed-meanwhile')
  const signature = {
    name: actor.name,
    office: actor.office.name,
    at: at.toISOString(),
    guidance: row.guidance,
    hash: hashOf(id, row.guidance, sheet),
  }
  const signed = { sheet: { ...sheet, signature }, id: row.entryId, version: version + 1 }
  const entryId = await writeSheet(house, tx, actor, complaintId, signed)
  const indicated = weigh(set, sheet.who, tickedOf(sheet)).level !== undefined
  await tell(tx, actor, complaintId, 'screening-signed', { screening: id, indicated }, entryId)
}

interface Change {
  /** What this change is about, to be compared between versions. */
  part(sheet: Sheet): unknown[]
  change(sheet: Sheet): Sheet
}

const saveChange = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { complaintId, id, version }: Place,
  { part, change }: Change,
): Promise<Saved> => {
  await heldCase(tx, actor, complaintId)
  const { row, sheet, at } = await openDraft(tx, keys, complaintId, id)
  const wanted = change(sheet)
  const [base, stored, mine] = [at(version) ?? sheet, sheet, wanted].map(one => JSON.stringify(part(one)))
  if (stored !== base && stored !== mine) return { ok: false, stored: sheet, version: row.version }
  if (!(await advanceScreening(tx, id, row.version))) throw new Conflict('screening.changed-meanwhile')
  await writeSheet(house, tx, actor, complaintId, {
    sheet: wanted,
    id: row.entryId,
    version: row.version + 1,
  })
  return { ok: true }
}

const openDraft = async (tx: Tx, keys: OfficeKeys, complaintId: string, id: number): Promise<Screening> => {
  const found = await readScreening(tx, keys, complaintId, id)
  if (found.row.signedAt) throw new Conflict('screening.signed-already')
  return found
}

/** For the offices only: the number of the reporter does not open it. */
const writeSheet = (
  { secret }: House,
  tx: Tx,
  actor: Actor,
  complaintId: string,
  { sheet, id, version }: { sheet: Sheet; id: string; version: number },
) =>
  writeEntry(tx, secret, caseRecord(complaintId), {
    kind: 'screening',
    text: packed('screening', sheet),
    id,
    version,
    inside: true,
    authorId: actor.staffId,
  })

const tell = (
  tx: Tx,
  { staffId, officeId }: Actor,
  complaintId: string,
  deed: string,
  detail: Record<string, string | number | boolean>,
  entryId?: string,
) => insertHappening(tx, { complaintId, by: 'officer', staffId, officeId, deed, detail, entryId })
