import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { Secret } from '../../platform/secrets.ts'
import { currentOfficeKey, holdOnce, type OfficeKeys, readEntries, writeEntry } from '../../staff/index.ts'

/** A session and the offices that hold it. */
export interface Held {
  id: number
  owners: readonly { id: number }[]
}

/** What tells who came: sealed, and read by the offices that hold the session. */
const nameContent = z.object({ name: z.string(), origin: z.string() })
export type Named = z.infer<typeof nameContent>

/**
 * The list of the vault onto which a name of this session goes: it belongs to the offices that hold the session now, as far as they
 * have a key. Others that hold it later have another list, so that a change of owners opens nothing that was written before.
 * @returns nothing while the writing office has no key: then nobody could read the name there, and it is not kept
 */
export const listFor = async (
  tx: Tx,
  { id, owners }: Held,
  officeId: number,
): Promise<{ id: string; offices: number[] } | undefined> => {
  const offices: number[] = []
  for (const owner of owners) if (await currentOfficeKey(tx, owner.id)) offices.push(owner.id)
  offices.sort((one, other) => one - other)
  return offices.includes(officeId) ? { id: `${id}/${offices.join('+')}`, offices } : undefined
}

/** Seals a name onto a list. Needs public keys only, so that a phone may send while nobody's vault is open. */
export const sealName = async (
  tx: Tx,
  secret: Secret,
  list: { id: string; offices: number[] },
  { formId, writtenBy, ...named }: Named & { formId: string; writtenBy: string },
): Promise<void> => {
  const record = listRecord(list.id)
  await holdOnce(tx, secret, record, list.offices)
  const text = Buffer.from(JSON.stringify(nameContent.parse(named)))
  await writeEntry(tx, secret, record, { kind: 'name', id: formId, text, authorId: writtenBy })
}

/** @returns the names that these keys open, by the number of the form. @throws Broken, naming the entry */
export const openNames = async (
  tx: Tx,
  lists: Iterable<string>,
  keys: OfficeKeys,
): Promise<Map<string, Named>> => {
  const opened = new Map<string, Named>()
  for (const list of new Set(lists))
    for (const { id, text } of await readEntries(tx, listRecord(list), keys))
      if (text) opened.set(id, nameContent.parse(JSON.parse(text.toString())))
  return opened
}

const listRecord = (id: string) => ({ kind: 'attendance', id })
