import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface Sought {
  /** Words in the name, the text or a tag. */
  text?: string | undefined
  tag?: string | undefined
}

/** Every material the asker may see, each with its newest version, Indonesian first; or those that were sought. */
export const materialList = (tx: Tx, { text, tag }: Sought = {}) =>
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
            'headline',
            'design',
            'author_id as authorId',
            'written_at as writtenAt',
          ])
          .whereRef('material_id', '=', 'materials.id')
          .orderBy(sql`language = 'id'`, 'desc')
          .orderBy('number', 'desc')
          .limit(1)
          .as('newest'),
      join => join.onTrue(),
    )
    .select(['materials.id', 'materials.title', 'materials.tags', 'offices.short_name as office'])
    .select([
      'newest.versionId',
      'newest.number',
      'newest.state',
      'newest.design',
      'newest.headline',
      'newest.authorId',
      'newest.writtenAt',
    ])
    .select(
      sql<string[]>`array(select distinct v.language from material_versions v
        where v.material_id = materials.id order by 1)`.as('languages'),
    )
    .$if(text !== undefined, query => query.where(saying(text!)))
    .$if(tag !== undefined, query => query.where(sql<boolean>`${tag} = any(materials.tags)`))
    .orderBy('newest.writtenAt', 'desc')
    .execute()

/** Every tag in use, the most used first. */
export const tagsInUse = async (tx: Tx): Promise<string[]> => {
  const { rows } = await sql<{ tag: string }>`
    select tag from materials, unnest(tags) as tag group by tag order by count(*) desc, tag limit 30`.execute(
    tx,
  )
  return rows.map(({ tag }) => tag)
}

/** Approved versions of the asking office that may still go out, the newest of each material and language. */
export const approvedVersions = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('material_versions')
    .innerJoin('materials', 'materials.id', 'material_versions.material_id')
    .distinctOn(['materials.id', 'material_versions.language'])
    .select([
      'material_versions.id',
      'material_versions.number',
      'material_versions.headline',
      'material_versions.design',
      'material_versions.language',
      'materials.title',
    ])
    .where('material_versions.state', '=', 'approved')
    .where('materials.office_id', '=', officeId)
    .where(sql<boolean>`coalesce(material_versions.valid_until >= current_date, true)`)
    .where(sql<boolean>`not is_recalled(material_versions.id)`)
    .orderBy('materials.id')
    .orderBy('material_versions.language')
    .orderBy('material_versions.number', 'desc')
    .execute()

const saying = (text: string) => {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(materials.title ilike ${like} or exists (select from unnest(materials.tags) as tag where tag ilike ${like})
    or exists (select from material_versions v where v.material_id = materials.id and (
      v.headline ilike ${like} or v.caption ilike ${like} or v.call_to_action ilike ${like}
      or array_to_string(v.points, ' ') ilike ${like})))`
}
