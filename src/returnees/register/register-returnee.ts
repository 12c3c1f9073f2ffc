import { randomUUID } from 'node:crypto'
import { marksOf, regencyOf } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import { type Bearer, holdRecord, writeEntry } from '../../staff/index.ts'
import { asWorker, type Person, packed, returneeRecord } from '../contents.ts'
import type { Codes } from '../returnee.ts'
import { insertReturnee, insertReturneeMarks, type NewReturnee } from './queries.ts'
import { insertReturneeReceipt } from './receipt-queries.ts'

export interface Registration extends Omit<NewReturnee, 'id'> {
  id?: string
  person: Person
  /** In the person's own words. */
  words: string
}

interface Hand {
  /** Nobody of staff when the person registers alone. */
  staffId?: string
  receipt?: Bearer
}

/** A receipt that is there already: the same form came twice at once. */
export class RegisteredTwice extends Conflict {
  constructor() {
    super('returnees.sent-twice')
  }
}

/**
 * Puts somebody into the register: codes in the clear, everything else sealed to the office and, where there is one, the receipt.
 * @returns the record's id. @throws Conflict while the office has no key
 */
export const registerReturnee = async (
  { secret }: Pick<House, 'secret'>,
  tx: Tx,
  registration: Registration,
  { staffId, receipt }: Hand,
): Promise<string> => {
  const { id = randomUUID(), ownerOfficeId, person, words, sampleOf } = registration
  await insertReturnee(tx, { ...registration, id })
  if (receipt && !(await insertReturneeReceipt(tx, receipt.lookup, id, staffId !== undefined)))
    throw new RegisteredTwice()
  const record = returneeRecord(id)
  await holdRecord(tx, secret, record, ownerOfficeId, receipt)
  const author = { ...(staffId && { authorId: staffId }), at: sampleOf }
  await writeEntry(tx, secret, record, { kind: 'identity', text: packed(person), guarded: true, ...author })
  if (words) await writeEntry(tx, secret, record, { kind: 'words', text: packed({ text: words }), ...author })
  await insertReturneeMarks(tx, id, marksOfPerson(secret, person, registration))
  return id
}

/** What a person leaves for matching: only what tells who it is, never whom to ask. */
export const marksOfPerson = (
  secret: Secret,
  person: Person,
  { originCode, destination }: Pick<Codes, 'originCode' | 'destination'>,
) =>
  marksOf(secret, asWorker(person), {
    regency: regencyOf(originCode),
    destination,
    departsOn: null,
    role: 'family',
  }).filter(({ whose }) => whose === 'worker')
