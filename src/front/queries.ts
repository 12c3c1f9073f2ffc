import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'

export interface Place {
  code: string
  name: string
  level: string
  /** The names above it, nearest first: district, regency. */
  within: string[]
}

/** One region with the names above it. */
export const placeByCode = async (tx: Tx, code: string): Promise<Place | undefined> =>
  (await places(tx, sql`r.code = ${code}`, 1))[0]

/** The regions right below one, by name. */
export const placesBelow = (tx: Tx, code: string) =>
  tx.selectFrom('regions').select(['code', 'name']).where('parent_code', '=', code).orderBy('name').execute()

/**
 * Villages, districts and regencies by a part of their name, those that begin with it first. Only in provinces where an
 * office serves; at most `limit`.
 */
export const placesNamed = (tx: Tx, name: string, limit: number): Promise<Place[]> => {
  const part = `%${name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return places(
    tx,
    sql`left(r.code, 2) in (select left(region_code, 2) from office_regions) and length(r.code) > 2 and lower(r.name) like ${part}`,
    limit,
    sql`lower(r.name) <> lower(${name}), position(lower(${name}) in lower(r.name)), length(r.code) desc, r.name, r.code`,
  )
}

/** The offices whose jurisdiction holds a place, nearest first. */
export const officesServing = async (tx: Tx, code: string): Promise<number[]> => {
  const parts = code.split('.')
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('.'))
  const rows = await tx
    .selectFrom('office_regions')
    .select(['office_id'])
    .where('region_code', 'in', above)
    .orderBy(sql`length(region_code)`, 'desc')
    .orderBy('office_id')
    .execute()
  return [...new Set(rows.map(row => row.office_id))]
}

/** The regencies that an office serves on its own: the way in, by map or list. */
export const servedRegencies = (tx: Tx) =>
  tx
    .selectFrom('offices')
    .innerJoin('office_regions', 'office_regions.office_id', 'offices.id')
    .innerJoin('regions', 'regions.code', 'office_regions.region_code')
    .select(['regions.code', 'regions.name', 'offices.short_name as office'])
    .select(['offices.tile_column as column', 'offices.tile_row as row'])
    .where('regions.level', '=', 'regency')
    .where('offices.kind', '=', 'district')
    .orderBy('regions.code')
    .execute()

const places = async (
  tx: Tx,
  which: ReturnType<typeof sql>,
  limit: number,
  order: ReturnType<typeof sql> = sql`r.code`,
): Promise<Place[]> => {
  const { rows } = await sql<Omit<Place, 'within'> & { first: string | null; second: string | null }>`
    select r.code, r.name, r.level,
      case when length(r.code) > 5 then a.name end as first,
      case when length(r.code) > 8 then b.name end as second
    from regions r left join regions a on a.code = r.parent_code left join regions b on b.code = a.parent_code
    where ${which} order by ${order} limit ${limit}`.execute(tx)
  return rows.map(({ first, second, ...place }) => ({
    ...place,
    within: [first, second].filter(name => name !== null),
  }))
}
