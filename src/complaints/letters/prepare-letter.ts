import { contactsOf, officeById } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { Actor, OfficeKeys } from '../../staff/index.ts'
import { caseForReading } from '../case-gate.ts'
import { readScreening } from '../screening/read-screening.ts'
import { fieldsOf, type LetterInput, personName } from './form.ts'
import type { NewLetter } from './keep-letter.ts'
import { type Fields, type LetterKind, ruleOf } from './letter.ts'

const { t } = languages.id

/**
 * Everything a letter says, from its form, the case and the office; nothing is written yet.
 * @throws NotFound when the case is not this office's to read; Conflict when a sheet is to be printed of an unsigned screening
 */
export const prepareLetter = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { complaintId, kind, input }: { complaintId: string; kind: LetterKind; input: LetterInput },
): Promise<NewLetter> => {
  const complaint = await caseForReading(tx, actor, complaintId)
  const screening =
    kind === 'screening' ? await readScreening(tx, keys, complaintId, input.screening ?? 0) : undefined
  if (screening && !screening.sheet.signature) throw new Conflict('letters.screening-first')
  const fields = fieldsOf(kind, input)
  const { office, logo } = await letterHead(house, tx, actor.officeId)
  const named = nameIn(kind, fields, input.full === 'yes')
  return {
    complaintId,
    writing: { kind, fields: named, complaint, office, person: personRows(kind, named), screening },
    logo,
    full: input.full === 'yes',
    screening: screening?.row.id ?? null,
    corrects: input.corrects,
    toReporter: kind === 'answer' && input.tell ? `${fields.done}\n\n${fields.next}` : undefined,
  }
}

/** The head of the paper: the office, the one above it, and only those contacts that somebody verified. */
export const letterHead = async ({ files }: House, tx: Tx, officeId: number) => {
  const office = (await officeById(tx, officeId))!
  const parent = office.parentId ? await officeById(tx, office.parentId) : undefined
  const contacts = await contactsOf(tx, [officeId])
  const lines = contacts
    .filter(({ verifiedOn, kind }) => verifiedOn && kind !== 'hours')
    .map(({ value }) => value)
  const logo = office.logoKey ? await files.get(office.logoKey) : undefined
  return { office: { name: office.name, parent: parent?.name ?? '', lines }, logo }
}

/** With the full name chosen, it stands where the initials stood. */
const nameIn = (kind: LetterKind, fields: Fields, full: boolean): Fields => {
  const [name] = ruleOf(kind).identity
  const whole = full && name && fields[personName(name)]
  if (!whole) return fields
  return 'subject' in fields ? { ...fields, subject: whole } : { ...fields, to: whole }
}

const personRows = (kind: LetterKind, fields: Fields) =>
  ruleOf(kind).identity.flatMap(part => {
    const value = fields[personName(part)]
    return value && part !== 'workerName' && part !== 'reporterName'
      ? [[t(`letters.person.${part}`), value] as [string, string]]
      : []
  })
