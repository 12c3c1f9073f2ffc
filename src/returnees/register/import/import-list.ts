import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/i18n/language.tsx'
import { type Actor, holdRecord, writeEntry } from '../../../staff/index.ts'
import { importRecord, packed, type Refused } from '../../contents.ts'
import { originOf } from '../origin-of.ts'
import { registerReturnee } from '../register-returnee.ts'
import { insertImport } from './queries.ts'
import type { ReadList } from './read-rows.ts'

/** Rows of one list: sealing each takes its time, and a browser waits. */
export const mostRows = 1000

/**
 * Puts the good rows of a list into the register, and seals the others with their reasons, all or nothing.
 * @returns the import's id
 */
export const importList = async (
  house: House,
  tx: Tx,
  actor: Actor,
  { header, good, bad }: ReadList,
  { t }: Language,
): Promise<string> => {
  const id = randomUUID()
  const { officeId, staffId } = actor
  await insertImport(tx, {
    id,
    office_id: officeId,
    made_by: staffId,
    kept: good.length,
    refused: bad.length,
  })
  for (const { person, codes, village } of good) {
    const originCode = (await originOf(tx, codes.originCode ?? '', village)) ?? null
    await registerReturnee(
      house,
      tx,
      { ...codes, originCode, ownerOfficeId: officeId, channel: 'import', importId: id, person, words: '' },
      { staffId },
    )
  }
  const refused: Refused = {
    header,
    rows: bad.map(({ row, cells, trouble }) => ({ row, cells, why: t(`returnees.row-${trouble}`) })),
  }
  await holdRecord(tx, house.secret, importRecord(id), officeId)
  await writeEntry(tx, house.secret, importRecord(id), {
    kind: 'refused',
    text: packed(refused),
    authorId: staffId,
  })
  return id
}
