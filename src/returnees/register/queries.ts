import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Codes } from '../returnee.ts'

export interface NewReturnee extends Codes {
  id: string
  ownerOfficeId: number
  channel: 'staff' | 'self' | 'import' | 'arrival'
  arrivalPersonId?: string | null
  complaintId?: string | null
  importId?: string | null
  /** Of a sample: when it is said to have been registered. */
  sampleOf?: Date | undefined
}

const columnsOf = (codes: Codes) => ({
  origin_code: codes.originCode,
  destination: codes.destination,
  sector: codes.sector,
  sex: codes.sex,
  age_band: codes.ageBand,
  returned_month: codes.returnedMonth,
  way_back: codes.wayBack,
  needs: [...codes.needs],
  skills: [...codes.skills],
  wishes: [...codes.wishes],
  consents: [...codes.consents],
})

export const insertReturnee = (tx: Tx, returnee: NewReturnee) =>
  tx
    .insertInto('returnees')
    .values({
      id: returnee.id,
      owner_office_id: returnee.ownerOfficeId,
      channel: returnee.channel,
      arrival_person_id: returnee.arrivalPersonId ?? null,
      complaint_id: returnee.complaintId ?? null,
      import_id: returnee.importId ?? null,
      ...columnsOf(returnee),
      ...(returnee.sampleOf && {
        registered_at: returnee.sampleOf,
        changed_at: returnee.sampleOf,
        sample: true,
      }),
    })
    .execute()

export const insertReturneeMarks = (
  tx: Tx,
  returneeId: string,
  marks: readonly { kind: string; mark: Buffer }[],
) =>
  marks.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('returnee_marks')
        .values(marks.map(({ kind, mark }) => ({ returnee_id: returneeId, kind, mark })))
        .onConflict(oc => oc.doNothing())
        .execute()

export const deleteReturneeMarks = (tx: Tx, returneeId: string) =>
  tx.deleteFrom('returnee_marks').where('returnee_id', '=', returneeId).execute()

const shown = (tx: Tx) =>
  tx
    .selectFrom('returnees as r')
    .innerJoin('offices as o', 'o.id', 'r.owner_office_id')
    .leftJoin('regions as g', 'g.code', 'r.origin_code')
    .leftJoin('regions as d', join => join.on(sql<boolean>`d.code = left(r.origin_code, 5)`))
    .select([
      'r.id',
      'r.number',
      'r.owner_office_id as ownerOfficeId',
      'o.name as owner',
      'r.state',
      'r.channel',
      'r.origin_code as originCode',
      'g.name as origin',
      'd.name as district',
      'r.destination',
      'r.sector',
      'r.sex',
      'r.age_band as ageBand',
      'r.returned_month as returnedMonth',
      'r.way_back as wayBack',
      'r.needs',
      'r.skills',
      'r.wishes',
      'r.consents',
      'r.complaint_id as complaintId',
      'r.same_as as sameAs',
      'r.registered_at as registeredAt',
      'r.changed_at as changedAt',
      'r.version',
      'r.compared_at as comparedAt',
      'r.sample',
    ])

export const returneeById = (tx: Tx, id: string) => shown(tx).where('r.id', '=', id).executeTakeFirst()
export type ReturneeRow = NonNullable<Awaited<ReturnType<typeof returneeById>>>

export interface ReturneeFilter {
  district?: string | undefined
  need?: string | undefined
  state?: string | undefined
  importId?: string | undefined
  /** Numbers below this one: the next page. */
  below?: number | undefined
}

/** The newest first. */
export const returneesLike = (tx: Tx, filter: ReturneeFilter, limit: number) => {
  let query = shown(tx)
    .where('r.state', '=', filter.state ?? 'active')
    .orderBy('r.number', 'desc')
    .limit(limit)
  if (filter.district) query = query.where('r.origin_code', 'like', `${filter.district}%`)
  if (filter.need) query = query.where(sql<boolean>`r.needs @> array[${filter.need}]`)
  if (filter.importId) query = query.where('r.import_id', '=', filter.importId)
  if (filter.below) query = query.where('r.number', '<', filter.below)
  return query.execute()
}

/** How many of each state, of those with the same place and need. */
export const countByState = async (tx: Tx, { district, need }: ReturneeFilter) => {
  let query = tx
    .selectFrom('returnees')
    .select(['state', tx.fn.countAll<number>().as('count')])
    .groupBy('state')
  if (district) query = query.where('origin_code', 'like', `${district}%`)
  if (need) query = query.where(sql<boolean>`needs @> array[${need}]`)
  return new Map((await query.execute()).map(({ state, count }) => [state, Number(count)]))
}

/** @returns whether it was as the editor saw it: of two who change it at once, one does */
export const updateCodes = async (tx: Tx, id: string, codes: Codes, version: number) => {
  const { numUpdatedRows } = await tx
    .updateTable('returnees')
    .set(eb => ({
      ...columnsOf(codes),
      changed_at: eb.fn('now', []),
      version: eb('version', '+', 1),
      compared_at: null,
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const settleState = async (
  tx: Tx,
  id: string,
  from: string,
  change: { state: string; sameAs: string | null },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('returnees')
    .set(eb => ({
      state: change.state,
      same_as: change.sameAs,
      changed_at: eb.fn('now', []),
      version: eb('version', '+', 1),
      ...(change.state === 'withdrawn' && { needs: [], skills: [], wishes: [], consents: [] }),
    }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A village of a regency by its name, where only one is called so. */
export const villageNamed = async (tx: Tx, regency: string, name: string): Promise<string | undefined> => {
  const rows = await tx
    .selectFrom('regions')
    .select('code')
    .where('code', 'like', `${regency}.%`)
    .where('level', '=', 'village')
    .where(sql<boolean>`lower(name) = lower(${name.trim()})`)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.code : undefined
}
