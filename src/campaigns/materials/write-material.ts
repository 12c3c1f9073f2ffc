import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { isOpen, type VersionContent } from './material.ts'
import {
  insertMaterial,
  insertVersion,
  materialById,
  renameMaterial,
  rewriteVersion,
  versionsOf,
} from './queries.ts'

/** Makes a material with its first version. @returns the material's id */
export const makeMaterial = async (
  tx: Tx,
  actor: Actor,
  title: string,
  content: VersionContent,
): Promise<number> => {
  const id = await insertMaterial(tx, { officeId: actor.officeId, title, madeBy: actor.staffId })
  await insertVersion(tx, id, 1, actor.staffId, content)
  return id
}

/**
 * Changes a material: an open version is rewritten, after a decision the next version begins.
 * @param seen the number of the version that the writer had before them
 * @throws NotFound for another office's material, Conflict when somebody wrote or decided meanwhile
 */
export const changeMaterial = async (
  tx: Tx,
  actor: Actor,
  id: number,
  seen: number,
  title: string,
  content: VersionContent,
) => {
  const material = await materialById(tx, id)
  const newest = (await versionsOf(tx, id))[0]
  if (!newest || material?.officeId !== actor.officeId) throw new NotFound()
  if (newest.number !== seen || newest.state === 'submitted') throw new Conflict('material.changed-meanwhile')
  await renameMaterial(tx, id, title)
  if (!isOpen(newest.state)) return insertVersion(tx, id, newest.number + 1, actor.staffId, content)
  if (!(await rewriteVersion(tx, newest.id, actor.staffId, content)))
    throw new Conflict('material.changed-meanwhile')
  return newest.id
}
