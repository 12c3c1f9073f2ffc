import type { Tx } from '../../../platform/database/database.ts'
import { Conflict, NotFound } from '../../../platform/http/failures.ts'
import type { Actor } from '../../../staff/index.ts'
import type { RegisterList } from '../register.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { Difference, Line } from './compare.ts'
import { prepare } from './prepare.ts'
import {
  type Import,
  importById,
  keepBefore,
  keepNew,
  lockRegister,
  moveImport,
  newestImport,
  newestOfList,
  restoreLines,
  unlistLines,
  writeLines,
} from './queries.ts'

/**
 * Carries an import out, whole or not at all.
 * @param seen the fingerprint of what the officer looked at
 * @throws NotFound, and Conflict when it is done already or no longer what was looked at
 */
export const carryOut = async (
  tx: Tx,
  actor: Pick<Actor, 'staffId'>,
  id: number,
  sheets: Sheet[],
  seen: string,
): Promise<void> => {
  await lockRegister(tx)
  const draft = await importById(tx, id)
  if (!draft) throw new NotFound()
  if (draft.state !== 'draft') throw new Conflict('register.not-a-draft')
  const newest = await newestOfList(tx, draft.list)
  if (newest && newest.asOf > draft.asOf) throw new Conflict('register.newer-there')
  const { differences, lines, counts, troubles, fingerprint } = await prepare(tx, draft, sheets)
  if (fingerprint !== seen) throw new Conflict('register.changed-meanwhile')
  const found = differences.filter(({ row }) => row !== undefined)
  if (found.length === 0) throw new Conflict('register.nothing-there')
  await keepBefore(
    tx,
    draft.list,
    id,
    differences.flatMap(difference => (difference.id ? [{ id: difference.id, kind: difference.kind }] : [])),
  )
  for (let from = 0; from < found.length; from += atOnce)
    await writeLines(
      tx,
      draft.list,
      found
        .slice(from, from + atOnce)
        .map(difference => lineOf(draft, difference, lines.get(difference.key))),
    )
  const gone = differences.filter(({ kind }) => kind === 'gone').map(difference => difference.id!)
  await unlistLines(tx, draft.list, id, draft.asOf, gone)
  await keepNew(tx, draft.list, id)
  await moveImport(tx, id, 'draft', {
    state: 'done',
    counts: JSON.stringify({ ...counts, 'left-out': troubles.length }),
    done_by: actor.staffId,
  })
}

const atOnce = 5000

/** Undoes the newest import: every line is again as it was before. @throws NotFound, Conflict when a newer one stands above it */
export const undoImport = async (tx: Tx, actor: Pick<Actor, 'staffId'>, id: number): Promise<void> => {
  await lockRegister(tx)
  const record = await importById(tx, id)
  if (!record) throw new NotFound()
  if (record.state !== 'done') throw new Conflict('register.not-done')
  if ((await newestImport(tx))?.id !== id) throw new Conflict('register.newest-first')
  await restoreLines(tx, record.list, id)
  await moveImport(tx, id, 'done', { state: 'undone', undone_by: actor.staffId })
}

const lineOf = ({ id, list, asOf }: Import, { key, row }: Difference, line: Line | undefined) => ({
  ...(list === 'companies' && { state: 'valid' }),
  ...line?.values,
  ...row!.values,
  ...keyColumns(list, key),
  listed: true,
  as_of: asOf,
  import_id: id,
})

const keyColumns = (list: RegisterList, key: string) => {
  if (list === 'companies') return { licence_key: key }
  const at = key.indexOf(':')
  const own = key.slice(at + 1)
  return { recruiter_id: Number(key.slice(0, at)), [list === 'branches' ? 'branch_key' : 'order_key']: own }
}
