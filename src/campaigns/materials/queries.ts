import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { MaterialVersions } from '../../platform/database/tables.ts'
import type { Version, VersionContent, VersionState } from './material.ts'

export const insertMaterial = async (
  tx: Tx,
  row: { officeId: number; title: string; madeBy: string; sample?: boolean },
) =>
  (
    await tx
      .insertInto('materials')
      .values({ office_id: row.officeId, title: row.title, made_by: row.madeBy, sample: row.sample ?? false })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const renameMaterial = (tx: Tx, id: number, title: string) =>
  tx.updateTable('materials').set({ title }).where('id', '=', id).executeTakeFirst()

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

/** Rewrites a version that is still open. @returns false when it has been sent off or decided meanwhile */
export const rewriteVersion = async (tx: Tx, id: number, authorId: string, content: VersionContent) => {
  const { numUpdatedRows } = await tx
    .updateTable('material_versions')
    .set({
      ...toRow(content),
      author_id: authorId,
      state: 'draft',
      written_at: sql`now()`,
      decided_by: null,
      decided_at: null,
      decision_note: null,
    })
    .where('id', '=', id)
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

/** Every material the asker may see, each with its newest version. */
export const materialList = (tx: Tx) =>
  tx
    .selectFrom('materials')
    .innerJoin('offices', 'offices.id', 'materials.office_id')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('material_versions')
          .select([
            'material_versions.id as versionId',
            'number',
            'state',
            'design',
            'headline',
            'author_id as authorId',
            'written_at as writtenAt',
          ])
          .whereRef('material_id', '=', 'materials.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('newest'),
      join => join.onTrue(),
    )
    .select(['materials.id', 'materials.title', 'offices.short_name as office'])
    .select([
      'newest.versionId',
      'newest.number',
      'newest.state',
      'newest.design',
      'newest.headline',
      'newest.authorId',
      'newest.writtenAt',
    ])
    .orderBy('newest.writtenAt', 'desc')
    .execute()

/** Approved versions of the asking office, newest of each material: what a campaign can carry. */
export const approvedVersions = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('material_versions')
    .innerJoin('materials', 'materials.id', 'material_versions.material_id')
    .distinctOn('materials.id')
    .select([
      'material_versions.id',
      'material_versions.number',
      'material_versions.headline',
      'material_versions.design',
      'materials.title',
    ])
    .where('material_versions.state', '=', 'approved')
    .where('materials.office_id', '=', officeId)
    .orderBy('materials.id')
    .orderBy('material_versions.number', 'desc')
    .execute()

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
  words_by: content.wordsBy,
  artwork_key: content.artwork?.key ?? null,
  artwork_edge: content.artwork?.edge ?? null,
  artwork_fit: content.artwork?.fit ?? null,
})

const toVersion = (row: Selectable<MaterialVersions>): Version => ({
  id: row.id,
  materialId: row.material_id,
  number: row.number,
  state: row.state as VersionState,
  design: row.design,
  language: row.language,
  wordsBy: row.words_by,
  radio: { thirty: row.radio_30, sixty: row.radio_60 },
  headline: row.headline,
  points: row.points,
  callToAction: row.call_to_action,
  caption: row.caption,
  altText: row.alt_text,
  artwork: row.artwork_key
    ? { key: row.artwork_key, edge: row.artwork_edge as 'bottom', fit: row.artwork_fit as 'cover' }
    : undefined,
  authorId: row.author_id,
  decidedAt: row.decided_at,
  decisionNote: row.decision_note,
  writtenAt: row.written_at,
})
