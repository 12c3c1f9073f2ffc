import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { MaterialVersions } from '../../platform/database/tables.ts'
import type { Version, VersionContent, VersionState } from './material.ts'

export const insertMaterial = async (
  tx: Tx,
  row: { officeId: number; title: string; tags?: string[]; madeBy: string; sample?: boolean },
) =>
  (
    await tx
      .insertInto('materials')
      .values({
        office_id: row.officeId,
        title: row.title,
        tags: row.tags ?? [],
        made_by: row.madeBy,
        sample: row.sample ?? false,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const renameMaterial = (tx: Tx, id: number, title: string, tags?: string[]) =>
  tx
    .updateTable('materials')
    .set({ title, ...(tags && { tags }) })
    .where('id', '=', id)
    .executeTakeFirst()

export const insertVersion = async (
  tx: Tx,
  materialId: number,
  number: number,
  authorId: string,
  content: VersionContent,
) =>
  (
    await tx
      .insertInto('material_versions')
      .values({ material_id: materialId, number, author_id: authorId, ...toRow(content) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Rewrites an edition of a version that is still open. @returns false when it was written over, sent off or decided meanwhile */
export const rewriteVersion = async (
  tx: Tx,
  id: number,
  edition: number,
  authorId: string,
  content: VersionContent,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('material_versions')
    .set({
      ...toRow(content),
      author_id: authorId,
      state: 'draft',
      edition: edition + 1,
      written_at: sql`now()`,
      decided_by: null,
      decided_at: null,
      decision_note: null,
    })
    .where('id', '=', id)
    .where('edition', '=', edition)
    .where('state', 'in', ['draft', 'returned'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Moves a version on, if it still stands where the mover saw it. */
export const moveVersion = async (
  tx: Tx,
  id: number,
  from: readonly VersionState[],
  set: { state: VersionState; decidedBy?: string; note?: string },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('material_versions')
    .set({
      state: set.state,
      decided_by: set.decidedBy ?? null,
      decided_at: set.decidedBy ? sql`now()` : null,
      decision_note: set.note ?? null,
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const materialById = (tx: Tx, id: number) =>
  tx
    .selectFrom('materials')
    .innerJoin('offices', 'offices.id', 'materials.office_id')
    .select([
      'materials.id',
      'materials.office_id as officeId',
      'materials.title',
      'materials.tags',
      'offices.short_name as office',
      'offices.name as officeName',
    ])
    .where('materials.id', '=', id)
    .executeTakeFirst()

export const versionsOf = async (tx: Tx, materialId: number) =>
  (
    await tx
      .selectFrom('material_versions')
      .selectAll()
      .where('material_id', '=', materialId)
      .orderBy('number', 'desc')
      .execute()
  ).map(toVersion)

export const versionById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('material_versions').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVersion(row)
}

const toRow = (content: VersionContent) => ({
  design: content.design,
  language: content.language,
  headline: content.headline,
  points: content.points,
  call_to_action: content.callToAction,
  caption: content.caption,
  alt_text: content.altText,
  radio_30: content.radio.thirty,
  radio_60: content.radio.sixty,
  artwork_key: content.artwork?.key ?? null,
  artwork_edge: content.artwork?.edge ?? null,
  artwork_fit: content.artwork?.fit ?? null,
  captions: JSON.stringify(content.captions ?? {}),
  valid_from: content.validFrom ?? null,
  valid_until: content.validUntil ?? null,
  speaker: content.speaker ?? '',
})

export const toVersion = (row: Selectable<MaterialVersions>): Version => ({
  id: row.id,
  materialId: row.material_id,
  number: row.number,
  state: row.state as VersionState,
  design: row.design,
  language: row.language,
  radio: { thirty: row.radio_30, sixty: row.radio_60 },
  headline: row.headline,
  points: row.points,
  callToAction: row.call_to_action,
  caption: row.caption,
  altText: row.alt_text,
  artwork: row.artwork_key
    ? { key: row.artwork_key, edge: row.artwork_edge as 'bottom', fit: row.artwork_fit as 'cover' }
    : undefined,
  captions: row.captions as Version['captions'],
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  speaker: row.speaker,
  edition: row.edition,
  pictured: row.pictured as Version['pictured'],
  authorId: row.author_id,
  decidedAt: row.decided_at,
  decisionNote: row.decision_note,
  writtenAt: row.written_at,
})
