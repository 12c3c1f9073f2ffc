import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import type { Version } from '../materials/material.ts'
import { materialById, versionById } from '../materials/queries.ts'
import type { Pictured } from './consent.ts'
import { seizeConsents } from './guard-queries.ts'
import {
  consentsOfMaterial,
  insertConsent,
  linkConsents,
  type NewConsent,
  setPictured,
  unlinkConsents,
} from './queries.ts'

/**
 * Writes an entry into the ledger of a material; the version it was written for rests on it from now on, sent off or not.
 * @throws NotFound for another office's version
 */
export const keepConsent = async (
  tx: Tx,
  actor: Actor,
  versionId: number,
  given: Omit<NewConsent, 'materialId'>,
): Promise<void> => {
  const version = await ownVersion(tx, actor, versionId)
  const id = await insertConsent(tx, actor.staffId, { ...given, materialId: version.materialId })
  await seizeConsents(tx)
  await linkConsents(tx, versionId, [id])
  await setPictured(tx, versionId, 'listed')
}

/**
 * Says of the picture of an open version that nobody and no work of others is in it, or which entries of the ledger are.
 * @throws NotFound for another office's version, Conflict when it was sent off meanwhile
 */
export const sayPictured = async (
  tx: Tx,
  actor: Actor,
  versionId: number,
  pictured: Pictured,
  consentIds: number[],
): Promise<void> => {
  const version = await ownVersion(tx, actor, versionId)
  if (!(await setPictured(tx, versionId, pictured))) throw new Conflict('material.changed-meanwhile')
  await unlinkConsents(tx, versionId)
  const known = new Set((await consentsOfMaterial(tx, version.materialId)).map(({ id }) => id))
  if (pictured === 'listed')
    await linkConsents(
      tx,
      versionId,
      consentIds.filter(id => known.has(id)),
    )
}

const ownVersion = async (tx: Tx, actor: Actor, versionId: number): Promise<Version> => {
  const version = await versionById(tx, versionId)
  const material = version && (await materialById(tx, version.materialId))
  if (!version || material?.officeId !== actor.officeId) throw new NotFound()
  return version
}
