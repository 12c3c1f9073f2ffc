import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Condition } from './condition.ts'
import type { Programme } from './programme.ts'

export type NewProgramme = Omit<
  Programme,
  'id' | 'ownerOfficeId' | 'owner' | 'district' | 'taken' | 'version' | 'sample'
>

const columnsOf = (programme: NewProgramme) => ({
  kind: programme.kind,
  title: programme.title,
  detail: programme.detail,
  district_code: programme.districtCode,
  starts_on: programme.startsOn,
  ends_on: programme.endsOn,
  places: programme.places,
  conditions: JSON.stringify(programme.conditions),
  state: programme.state,
})

export const insertProgramme = async (
  tx: Tx,
  programme: NewProgramme,
  by: { officeId: number; staffId: string | null; sample?: boolean },
): Promise<number> => {
  const { id } = await tx
    .insertInto('returnee_programmes')
    .values({
      ...columnsOf(programme),
      owner_office_id: by.officeId,
      made_by: by.staffId,
      sample: by.sample ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns whether it was as the editor saw it and is this office's: of two who change it at once, one does */
export const updateProgramme = async (tx: Tx, id: number, programme: NewProgramme, version: number) => {
  const { numUpdatedRows } = await tx
    .updateTable('returnee_programmes')
    .set(eb => ({ ...columnsOf(programme), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const shown = (tx: Tx) =>
  tx
    .selectFrom('returnee_programmes as p')
    .innerJoin('offices as o', 'o.id', 'p.owner_office_id')
    .leftJoin('regions as d', 'd.code', 'p.district_code')
    .select(['p.id', 'p.owner_office_id as ownerOfficeId', 'o.short_name as owner', 'p.kind', 'p.title'])
    .select(['p.detail', 'p.district_code as districtCode', 'd.name as district', 'p.starts_on as startsOn'])
    .select(['p.ends_on as endsOn', 'p.places', 'p.taken', 'p.state', 'p.version', 'p.sample'])
    .select(sql<Condition[]>`p.conditions`.as('conditions'))

export const programmeById = (tx: Tx, id: number) =>
  shown(tx).where('p.id', '=', id).$narrowType<Pick<Programme, 'kind' | 'state'>>().executeTakeFirst()

/** Those still to come or running first, then the past; the nearest first in each. */
export const programmesAround = (tx: Tx, today: string, limit: number) =>
  shown(tx)
    .orderBy(sql`p.ends_on < ${today}::date`)
    .orderBy(sql`abs(p.starts_on - ${today}::date)`)
    .orderBy('p.id', 'desc')
    .limit(limit)
    .$narrowType<Pick<Programme, 'kind' | 'state'>>()
    .execute()

/** How many over all offices stand in each state. */
export const countInvited = async (tx: Tx, id: number): Promise<Map<string, number>> => {
  const { rows } = await sql<{
    state: string
    count: number
  }>`select state, count from programme_invited(${id})`.execute(tx)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

export interface CohortRow {
  month: number
  attended: number
  due: number
  active: number
  stopped: number
  declined: number
  unreachable: number
  unasked: number
}

export const cohortOf = async (tx: Tx, id: number, today: string): Promise<CohortRow[]> =>
  (await sql<CohortRow>`select * from programme_cohort(${id}, ${today}::date)`.execute(tx)).rows
