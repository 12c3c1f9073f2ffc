import type { Tx } from '../platform/database/database.ts'
import { NotFound } from '../platform/http/failures.ts'
import type { ContactKind } from './office.ts'
import { deleteContact, insertContact, mayEdit, renameOffice, setLogo } from './queries.ts'

/** Names an office as it calls itself. @throws NotFound when it is not the asker's to change; so do the others here */
export const nameOffice = async (tx: Tx, id: number, name: string, shortName: string) => {
  await own(tx, id)
  await renameOffice(tx, id, name, shortName)
}

/** @param key of the cleaned picture in the file store */
export const giveLogo = async (tx: Tx, id: number, key: string) => {
  await own(tx, id)
  await setLogo(tx, id, key)
}

export interface NewContact {
  kind: ContactKind
  value: string
  source: string
  verifiedOn: Temporal.PlainDate | undefined
}

/** A contact without a day of verification is kept, but never printed. */
export const addContact = async (
  tx: Tx,
  officeId: number,
  staffId: string,
  { kind, value, source, verifiedOn }: NewContact,
) => {
  await own(tx, officeId)
  const verified = verifiedOn
    ? { verified_on: String(verifiedOn), verified_by: staffId }
    : { verified_on: null, verified_by: null }
  await insertContact(tx, { office_id: officeId, kind, value, source: source || null, ...verified })
}

export const dropContact = async (tx: Tx, officeId: number, id: number) => {
  await own(tx, officeId)
  const { numDeletedRows } = await deleteContact(tx, officeId, id)
  if (numDeletedRows === 0n) throw new NotFound()
}

const own = async (tx: Tx, id: number) => {
  if (!(await mayEdit(tx, id))) throw new NotFound()
}
