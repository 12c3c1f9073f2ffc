import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, writeEntry } from '../../staff/index.ts'
import { keepClocks } from '../clocks/keep-clocks.ts'
import type { Awaited } from '../complaint.ts'
import { caseRecord, packed } from '../contents.ts'
import { heldCase } from '../custody/make-offer.ts'
import { type StoredFile, writeFileEntry } from '../files/keep-file.ts'
import { moveComplaint } from '../move-complaint.ts'
import { insertHappening } from '../queries.ts'
import { readableCase, setAssignee } from './case-queries.ts'

export const officerOf = ({ staffId, officeId }: Actor) => ({ by: 'officer' as const, staffId, officeId })

/** The office begins to handle it; whoever begins has it, unless it is somebody's already. @throws NotFound, Conflict */
export const acceptHandling = async (tx: Tx, actor: Actor, id: string): Promise<void> => {
  await heldCase(tx, actor, id)
  await moveComplaint(tx, officerOf(actor), id, 'accept')
  await setAssignee(tx, id, actor.staffId, true)
}

export const resumeHandling = async (tx: Tx, actor: Actor, id: string): Promise<void> => {
  await heldCase(tx, actor, id)
  await moveComplaint(tx, officerOf(actor), id, 'resume')
}

/** Gives it to a colleague of the office. @throws NotFound when the case or the colleague is not of this office */
export const assignCase = async (tx: Tx, actor: Actor, id: string, staffId: string): Promise<void> => {
  await heldCase(tx, actor, id)
  if (!(await setAssignee(tx, id, staffId, false))) throw new NotFound()
  await note(tx, actor, id, 'assign', { to: staffId })
}

/** A message to the reporter, with files or without; an office it is shared with may write as well. */
export const writeToReporter = async (
  house: House,
  tx: Tx,
  actor: Actor,
  id: string,
  text: string,
  files: readonly StoredFile[],
): Promise<void> => {
  await readable(tx, actor, id)
  for (const file of files) await writeFileEntry(tx, house, id, file, actor.staffId)
  const entryId = text ? await writeMessage(house, tx, actor, id, text) : undefined
  await note(tx, actor, id, 'office-wrote', { files: files.length }, entryId)
  await keepClocks(tx, id)
}

/** Asks the reporter; clocks stand still until the answer. @throws NotFound, Conflict */
export const askReporter = async (
  house: House,
  tx: Tx,
  actor: Actor,
  id: string,
  text: string,
  awaits: Awaited,
  files: readonly StoredFile[],
): Promise<void> => {
  await heldCase(tx, actor, id)
  for (const file of files) await writeFileEntry(tx, house, id, file, actor.staffId)
  const entryId = await writeMessage(house, tx, actor, id, text)
  await moveComplaint(tx, officerOf(actor), id, 'ask', { entryId, detail: { awaits } })
}

/** A note for the offices only: the receipt does not open it. */
export const writeNote = async (house: House, tx: Tx, actor: Actor, id: string, text: string) => {
  await readable(tx, actor, id)
  await note(tx, actor, id, 'note', {}, await insideNote(house, tx, actor, id, text))
}

export const insideNote = (
  { secret }: Pick<House, 'secret'>,
  tx: Tx,
  actor: Actor,
  id: string,
  text: string,
) =>
  writeEntry(tx, secret, caseRecord(id), {
    kind: 'note',
    text: packed('note', { text }),
    inside: true,
    authorId: actor.staffId,
  })

/** Says of a clock that it begins, or that what it waits for has been done. */
export const turnClock = async (
  tx: Tx,
  actor: Actor,
  id: string,
  deed: 'field-check' | 'unreachable' | 'told-unresolvable' | 'trafficking-indicated' | 'clock-met',
  detail: Record<string, string | number> = {},
): Promise<void> => {
  const { state } = await heldCase(tx, actor, id)
  if (state === 'closed' || state === 'contested') throw new Conflict('complaint.changed-meanwhile')
  await note(tx, actor, id, deed, detail)
  await keepClocks(tx, id)
}

/** Says that the report should have gone elsewhere: the rules are bettered with it. */
export const disputeRoute = async (tx: Tx, actor: Actor, id: string, rule: string): Promise<void> => {
  await readable(tx, actor, id)
  await note(tx, actor, id, 'route-disputed', { rule })
}

export const note = (
  tx: Tx,
  actor: Actor,
  complaintId: string,
  deed: string,
  detail: Record<string, string | number | boolean | null> = {},
  entryId?: string,
) => insertHappening(tx, { complaintId, ...officerOf(actor), deed, detail, entryId })

/** @throws NotFound when this office neither holds it nor has it shared */
export const readable = async (tx: Tx, actor: Actor, id: string) => {
  const found = await readableCase(tx, id, actor.officeId)
  if (!found) throw new NotFound()
  return found
}

const writeMessage = ({ secret }: House, tx: Tx, actor: Actor, id: string, text: string) =>
  writeEntry(tx, secret, caseRecord(id), {
    kind: 'message',
    text: packed('message', { from: 'office', text }),
    authorId: actor.staffId,
  })
