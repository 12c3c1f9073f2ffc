import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../platform/database/database.ts'
import type { Contact, ContactKind, Office, OfficeKind } from './office.ts'

export const allOffices = async (tx: Tx) =>
  (await tx.selectFrom('offices').select(columns).orderBy('id').execute()).map(toOffice)

export const districtOffices = async (tx: Tx) =>
  (await tx.selectFrom('offices').select(columns).where('kind', '=', 'district').orderBy('id').execute()).map(
    toOffice,
  )

export const officeById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('offices').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toOffice(row)
}

export const officesById = async (tx: Tx, ids: number[]) =>
  ids.length === 0
    ? []
    : (await tx.selectFrom('offices').select(columns).where('id', 'in', ids).orderBy('id').execute()).map(
        toOffice,
      )

export const contactsOf = async (
  tx: Tx,
  officeIds: number[],
): Promise<(Contact & { officeId: number })[]> => {
  if (officeIds.length === 0) return []
  const rows = await tx
    .selectFrom('office_contacts')
    .select(['id', 'office_id', 'kind', 'value', 'source', 'verified_on'])
    .where('office_id', 'in', officeIds)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    ...row,
    officeId: row.office_id,
    kind: row.kind as ContactKind,
    verifiedOn: row.verified_on,
  }))
}

/** One office of a district, when it is given, and those of the agency, nearest first, each with its verified contacts. */
export const officesToAsk = async (
  tx: Tx,
  districtId: number | null | undefined,
): Promise<{ office: Office; contacts: Contact[] }[]> => {
  const rows = await tx
    .selectFrom('offices')
    .select(columns)
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('office_contacts as c')
          .select(['c.id', 'c.kind', 'c.value', 'c.source', 'c.verified_on as verifiedOn'])
          .whereRef('c.office_id', '=', 'offices.id')
          .where('c.verified_on', 'is not', null)
          .orderBy('c.id'),
      ).as('contacts'),
    )
    .where(eb =>
      eb.or([
        eb('kind', 'in', ['bp3mi', 'ministry']),
        eb.and([eb('kind', '=', 'district'), eb('id', '=', districtId ?? null)]),
      ]),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ office: toOffice(row), contacts: row.contacts as Contact[] }))
}

export const servedRegions = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('office_regions')
    .innerJoin('regions', 'regions.code', 'office_regions.region_code')
    .select(['regions.code', 'regions.name', 'regions.level'])
    .where('office_id', '=', officeId)
    .orderBy('regions.code')
    .execute()

/** Whether the asking office may change this one: itself, or one below it in the tree. */
export const mayEdit = async (tx: Tx, id: number): Promise<boolean> => {
  const { rows } = await sql<{ yes: boolean }>`select ${id} in (select overseen_offices()) as yes`.execute(tx)
  return rows[0]?.yes ?? false
}

export const renameOffice = (tx: Tx, id: number, name: string, shortName: string) =>
  tx.updateTable('offices').set({ name, short_name: shortName }).where('id', '=', id).executeTakeFirst()

export const setLogo = (tx: Tx, id: number, key: string | null) =>
  tx.updateTable('offices').set({ logo_key: key }).where('id', '=', id).executeTakeFirst()

export const insertContact = (
  tx: Tx,
  row: {
    office_id: number
    kind: ContactKind
    value: string
    source: string | null
    verified_on: string | null
    verified_by: string | null
  },
) => tx.insertInto('office_contacts').values(row).execute()

export const deleteContact = (tx: Tx, officeId: number, id: number) =>
  tx.deleteFrom('office_contacts').where('id', '=', id).where('office_id', '=', officeId).executeTakeFirst()

export const insertOffice = async (
  tx: Tx,
  row: {
    parent_id: number | null
    kind: OfficeKind
    name: string
    short_name: string
    tile_column: number | null
    tile_row: number | null
    sample: boolean
  },
) => (await tx.insertInto('offices').values(row).returning('id').executeTakeFirstOrThrow()).id

export const insertJurisdiction = (tx: Tx, officeId: number, codes: string[]) =>
  tx
    .insertInto('office_regions')
    .values(codes.map(code => ({ office_id: officeId, region_code: code })))
    .execute()

export const countRegions = async (tx: Tx) =>
  (await tx.selectFrom('regions').select(tx.fn.countAll<number>().as('count')).executeTakeFirstOrThrow())
    .count

/** Writes many regions at once; a known code gets its present name. */
export const upsertRegions = (
  tx: Tx,
  rows: { code: string; parent: string | null; level: string; name: string }[],
) =>
  sql`insert into regions (code, parent_code, level, name)
      select * from unnest(${rows.map(r => r.code)}::text[], ${rows.map(r => r.parent)}::text[], ${rows.map(r => r.level)}::text[], ${rows.map(r => r.name)}::text[])
      on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code
      where regions.name <> excluded.name or regions.parent_code is distinct from excluded.parent_code`.execute(
    tx,
  )

const columns = [
  'id',
  'kind',
  'name',
  'short_name',
  'time_zone',
  'logo_key',
  'tile_column',
  'tile_row',
  'parent_id',
] as const

type Row = {
  id: number
  kind: string
  name: string
  short_name: string
  time_zone: string
  logo_key: string | null
  tile_column: number | null
  tile_row: number | null
  parent_id: number | null
}

const toOffice = (row: Row): Office => ({
  id: row.id,
  kind: row.kind as OfficeKind,
  name: row.name,
  shortName: row.short_name,
  timeZone: row.time_zone,
  logoKey: row.logo_key,
  tile: row.tile_column && row.tile_row ? { column: row.tile_column, row: row.tile_row } : undefined,
  parentId: row.parent_id,
})

/** Regencies and cities that a district office serves. */
export const regenciesServed = (tx: Tx) =>
  tx
    .selectFrom('office_regions as s')
    .innerJoin('offices as o', 'o.id', 's.office_id')
    .innerJoin('regions as r', 'r.code', 's.region_code')
    .select(['r.code', 'r.name'])
    .where('o.kind', '=', 'district')
    .where('r.level', '=', 'regency')
    .orderBy('r.code')
    .execute()

/** The regency or city that a district office serves. */
export const regencyOfOffice = async (tx: Tx, officeId: number): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('office_regions')
      .select('region_code')
      .where('office_id', '=', officeId)
      .where('region_code', 'like', '__.__')
      .executeTakeFirst()
  )?.region_code
