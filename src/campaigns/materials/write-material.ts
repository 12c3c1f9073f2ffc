import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { consentsOfVersion, linkConsents, setPictured, unlinkConsents } from '../consents/queries.ts'
import { isOpen, type Version, type VersionContent } from './material.ts'
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
  tags: string[] = [],
): Promise<number> => {
  const id = await insertMaterial(tx, { officeId: actor.officeId, title, tags, madeBy: actor.staffId })
  await insertVersion(tx, id, 1, actor.staffId, content)
  return id
}

/** What a writer had before them: a version by its number, as often rewritten as its edition says; nothing for a new language. */
export interface Seen {
  number: number
  edition: number
}

export interface Change {
  title: string
  tags?: string[] | undefined
  content: VersionContent
}

/**
 * Changes a material in one language: an open version is rewritten, after a decision the next version begins, and a language that it
 * did not have yet becomes a version of its own.
 * @returns nothing when it is done; what stands now when somebody wrote or sent it off meanwhile: then nothing is written, and the writer chooses
 * @throws NotFound for another office's material
 */
export const changeMaterial = async (
  tx: Tx,
  actor: Actor,
  id: number,
  seen: Seen,
  { title, tags, content }: Change,
): Promise<Version | undefined> => {
  const material = await materialById(tx, id)
  const versions = await versionsOf(tx, id)
  if (versions.length === 0 || material?.officeId !== actor.officeId) throw new NotFound()
  const newest = versions.find(({ language }) => language === content.language)
  if (newest && (newest.number !== seen.number || newest.edition !== seen.edition)) return newest
  if (newest?.state === 'submitted') return newest
  if (newest && isOpen(newest.state)) {
    if (!(await rewriteVersion(tx, newest.id, newest.edition, actor.staffId, content)))
      return (await versionsOf(tx, id)).find(({ id: same }) => same === newest.id)
    if (newest.artwork?.key !== content.artwork?.key) await forgetPictured(tx, newest.id)
  } else {
    const next = await insertVersion(tx, id, versions[0]!.number + 1, actor.staffId, content)
    await carryPictured(tx, versions, next, content)
  }
  await renameMaterial(tx, id, title, tags)
  return undefined
}

/** Another picture: what was said of the old one does not hold for it. */
const forgetPictured = async (tx: Tx, versionId: number) => {
  await unlinkConsents(tx, versionId)
  await setPictured(tx, versionId, null)
}

/** The same picture in the next version or another language rests on the same consents. */
const carryPictured = async (tx: Tx, versions: Version[], next: number, { artwork }: VersionContent) => {
  const same = artwork && versions.find(version => version.artwork?.key === artwork.key)
  if (!same) return
  const consents = await consentsOfVersion(tx, same.id)
  await linkConsents(
    tx,
    next,
    consents.map(({ id }) => id),
  )
  await setPictured(tx, next, same.pictured)
}
