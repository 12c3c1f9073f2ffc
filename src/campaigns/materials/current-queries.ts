import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type WhyNot = 'recalled' | 'ended' | 'ahead'

/** Why a version may not be shown on a day; nothing when it may. */
export const whyNotShown = async (tx: Tx, versionId: number, day: string): Promise<WhyNot | undefined> => {
  const { rows } = await sql<{ why: WhyNot | null }>`
    select case when is_recalled(id) then 'recalled' when valid_until < ${day} then 'ended'
      when valid_from > ${day} then 'ahead' end as why
    from material_versions where id = ${versionId}`.execute(tx)
  return rows[0]?.why ?? undefined
}

/** Which versions of a material were recalled. */
export const recalledOf = async (tx: Tx, materialId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from material_versions where material_id = ${materialId} and is_recalled(id)`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * What the links of a version show on a day: itself, or the newest approved version of its material that may be shown, in its own
 * language before Indonesian; nothing when there is none.
 */
export const currentVersionId = async (
  tx: Tx,
  versionId: number,
  day: string,
): Promise<number | undefined> => {
  if (!(await whyNotShown(tx, versionId, day))) return versionId
  const { rows } = await sql<{ id: number }>`
    select v.id from material_versions v join material_versions old on old.id = ${versionId} and old.material_id = v.material_id
    where v.state = 'approved' and v.language in (old.language, 'id') and v.id <> old.id
      and coalesce(v.valid_from <= ${day}, true) and coalesce(v.valid_until >= ${day}, true) and not is_recalled(v.id)
    order by v.language = old.language desc, v.number desc limit 1`.execute(tx)
  return rows[0]?.id
}

/** Ends the validity of an approved version earlier than it said. @returns false when it ends as early already */
export const endValidity = async (tx: Tx, versionId: number, until: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('material_versions')
    .set({ valid_until: until })
    .where('id', '=', versionId)
    .where('state', '=', 'approved')
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', until)]))
    .where(eb => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', until)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
