import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Consents } from '../../platform/database/tables.ts'
import type { Channel } from '../channel.ts'
import type { Consent, Pictured } from './consent.ts'

export type NewConsent = Pick<
  Consent,
  'materialId' | 'kind' | 'who' | 'guardian' | 'channels' | 'validUntil' | 'proof' | 'note'
>

export const insertConsent = async (tx: Tx, madeBy: string, given: NewConsent) =>
  (
    await tx
      .insertInto('consents')
      .values({
        material_id: given.materialId,
        kind: given.kind,
        who: given.who,
        guardian: given.guardian,
        channels: given.channels,
        valid_until: given.validUntil,
        proof_key: given.proof?.key ?? null,
        proof_type: given.proof?.type ?? null,
        note: given.note,
        made_by: madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const linkConsents = async (tx: Tx, versionId: number, consentIds: number[]) => {
  if (consentIds.length === 0) return
  await tx
    .insertInto('version_consents')
    .values(consentIds.map(id => ({ version_id: versionId, consent_id: id })))
    .onConflict(oc => oc.doNothing())
    .execute()
}

export const unlinkConsents = (tx: Tx, versionId: number) =>
  tx.deleteFrom('version_consents').where('version_id', '=', versionId).execute()

/** What the author says of the picture of a version that is still open. @returns false when it was sent off meanwhile */
export const setPictured = async (tx: Tx, versionId: number, pictured: Pictured | null) => {
  const { numUpdatedRows } = await tx
    .updateTable('material_versions')
    .set({ pictured })
    .where('id', '=', versionId)
    .where('state', 'in', ['draft', 'returned'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const consentsOfMaterial = async (tx: Tx, materialId: number) =>
  (
    await tx.selectFrom('consents').selectAll().where('material_id', '=', materialId).orderBy('id').execute()
  ).map(toConsent)

export const consentsOfVersion = async (tx: Tx, versionId: number) =>
  (
    await tx
      .selectFrom('consents')
      .innerJoin('version_consents', 'version_consents.consent_id', 'consents.id')
      .selectAll('consents')
      .where('version_id', '=', versionId)
      .orderBy('consents.id')
      .execute()
  ).map(toConsent)

export const consentById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('consents').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toConsent(row)
}

/** Every consent that the asking office keeps, those that end first on top. */
export const consentsKept = async (tx: Tx) =>
  (
    await tx
      .selectFrom('consents')
      .innerJoin('materials', 'materials.id', 'consents.material_id')
      .selectAll('consents')
      .select('materials.title')
      .orderBy(sql`ended_at is not null`)
      .orderBy(sql`valid_until nulls last`)
      .orderBy('consents.id')
      .execute()
  ).map(row => ({ ...toConsent(row), title: row.title }))

/** Channels that somebody in the pictures of these versions did not agree to. */
export const channelsBeyond = async (
  tx: Tx,
  versionIds: number[],
  channels: Channel[],
): Promise<Channel[]> => {
  if (versionIds.length === 0) return []
  const rows = await tx
    .selectFrom('consents')
    .innerJoin('version_consents', 'version_consents.consent_id', 'consents.id')
    .select('consents.channels')
    .where('version_id', 'in', versionIds)
    .execute()
  const scopes = rows.filter(row => row.channels.length > 0)
  return channels.filter(channel => scopes.some(scope => !scope.channels.includes(channel)))
}

/** Ends a consent that still holds. @returns false when it has ended already */
export const endConsent = async (tx: Tx, id: number, reason: string, at: Date) => {
  const { numUpdatedRows } = await tx
    .updateTable('consents')
    .set({ ended_at: at, ended_how: 'withdrawn', end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const toConsent = (row: Selectable<Consents>): Consent => ({
  id: row.id,
  materialId: row.material_id,
  kind: row.kind as Consent['kind'],
  who: row.who,
  guardian: row.guardian,
  channels: row.channels as Consent['channels'],
  validUntil: row.valid_until,
  proof: row.proof_key ? { key: row.proof_key, type: row.proof_type! } : undefined,
  note: row.note,
  endedAt: row.ended_at,
  endedHow: row.ended_how as Consent['endedHow'],
  endReason: row.end_reason,
  recalledAt: row.recalled_at,
})
