import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { FormState } from '../../platform/http/forms.ts'
import { type Actor, type OfficeKeys, openGuarded, readEntries } from '../../staff/index.ts'
import { caseForReading } from '../case-gate.ts'
import { caseRecord, type Identity, unpacked } from '../contents.ts'
import { insertIdentityOpening } from '../queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { personName } from './form.ts'
import { readLetter } from './keep-letter.ts'
import { type Fields, type LetterKind, ruleOf } from './letter.ts'
import { initialsOf } from './number.ts'

type Values = FormState['values']

/** What the case itself tells a letter: codes, places and days; nothing of what is sealed. */
export const prefill = async (
  house: House,
  tx: Tx,
  actor: Actor,
  complaintId: string,
  kind: LetterKind,
): Promise<Values> => {
  const complaint = await caseForReading(tx, actor, complaintId)
  const { rules } = await currentWorkflow(tx)
  const problems = rules.problems
    .filter(({ id }) => complaint.problems?.includes(id))
    .map(({ label }) => label.id)
  const today = dayOf(house.clock(), actor.office.timeZone)
  const known: Fields = {
    day: String(today),
    signer: actor.name,
    matter: problems.join('\n'),
    destination: complaint.origin ?? '',
    // Permen P2MI 23/2025 art. 18(3): the party complained of meets its commitment within 7 days.
    commitmentBy: String(today.add({ days: 7 })),
  }
  return Object.fromEntries(Object.keys(ruleOf(kind).fields).map(name => [name, known[name] ?? '']))
}

/** What an earlier letter said, to be corrected. @throws NotFound */
export const prefillFrom = async (
  tx: Tx,
  keys: OfficeKeys,
  complaintId: string,
  letterId: number,
): Promise<{ values: Values; number: string }> => {
  const { letter } = await readLetter(tx, keys, complaintId, letterId)
  const values = {
    ...letter.fields,
    ...(letter.full && { full: 'yes' }),
    screening: letter.screening === null ? '' : String(letter.screening),
    corrects: String(letterId),
  }
  return { values, number: letter.number }
}

/** Whether the case keeps an identity at all; it is not opened. */
export const hasIdentity = async (tx: Tx, keys: OfficeKeys, complaintId: string): Promise<boolean> =>
  (await readEntries(tx, caseRecord(complaintId), keys)).some(({ kind }) => kind === 'identity')

/**
 * Opens the identity for a letter, with a motive that is recorded: initials stand in the letter until the officer chooses the
 * full name. @throws NotFound when there is none
 */
export const openForLetter = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  complaintId: string,
  kind: LetterKind,
  motive: string,
): Promise<Values> => {
  await caseForReading(tx, actor, complaintId)
  const record = caseRecord(complaintId)
  const entry = (await readEntries(tx, record, keys)).findLast(candidate => candidate.kind === 'identity')
  if (!entry) throw new NotFound()
  const text = await openGuarded(tx, house.secret, actor, record, entry.id, keys, motive)
  await insertIdentityOpening(tx, {
    complaint_id: complaintId,
    staff_id: actor.staffId,
    office_id: actor.officeId,
    motive,
  })
  return valuesOf(kind, unpacked('identity', text))
}

const valuesOf = (kind: LetterKind, identity: Identity): Values => {
  const { identity: parts, fields } = ruleOf(kind)
  return {
    ...('subject' in fields && { subject: initialsOf(identity.workerName) }),
    ...(kind === 'answer' && identity.reporterName && { to: initialsOf(identity.reporterName) }),
    ...Object.fromEntries(parts.map(part => [personName(part), identity[part]])),
  }
}
