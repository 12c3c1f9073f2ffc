import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Activity, ActivityState, Audience, Kind } from './activity.ts'

/** One activity, with its owners, its people and its place in words. */
export const activityById = async (tx: Tx, id: number): Promise<Activity | undefined> =>
  (await activitiesWhere(tx, sql`a.id = ${id}`))[0]

export interface Filter {
  kind?: Kind | undefined
  audience?: Audience | undefined
  state?: ActivityState | undefined
  officeId?: number | undefined
  /** Beginning of a region's code. */
  area?: string | undefined
}

/** Activities that touch a span of time, the first to start at the top. */
export const activitiesBetween = (
  tx: Tx,
  from: Temporal.Instant,
  to: Temporal.Instant,
  filter: Filter = {},
): Promise<Activity[]> =>
  activitiesWhere(
    tx,
    sql.join(
      [
        sql`a.starts_at < ${new Date(to.epochMilliseconds)}`,
        sql`a.ends_at > ${new Date(from.epochMilliseconds)}`,
        ...(filter.kind ? [sql`a.kind = ${filter.kind}`] : []),
        ...(filter.audience ? [sql`a.audience = ${filter.audience}`] : []),
        ...(filter.state ? [sql`a.state = ${filter.state}`] : []),
        ...(filter.area ? [sql`a.place_code like ${`${filter.area}%`}`] : []),
        ...(filter.officeId
          ? [sql`a.id in (select activity_id from activity_owners where office_id = ${filter.officeId})`]
          : []),
      ],
      sql` and `,
    ),
  )

const activitiesWhere = async (tx: Tx, condition: ReturnType<typeof sql>): Promise<Activity[]> => {
  const { rows } = await sql<Activity>`
    select a.id, a.uid, a.kind, a.title, a.place_code as "placeCode", a.venue, a.audience, a.starts_at as "startsAt",
      a.ends_at as "endsAt", a.time_zone as "timeZone", a.expected, a.reached, a.state, a.version,
      a.joined_into as "joinedInto", a.changed_at as "changedAt", a.sample,
      (select string_agg(r.name, ', ' order by r.code desc) from regions r
        where r.code in (left(a.place_code, 5), left(a.place_code, 8), a.place_code)) as place,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.short_name) order by o.id), '[]')
        from activity_owners w join offices o on o.id = w.office_id where w.activity_id = a.id) as owners,
      (select coalesce(json_agg(json_build_object('id', p.staff_id, 'name', p.name) order by p.name), '[]')
        from activity_people p where p.activity_id = a.id) as people
    from activities a where ${condition} order by a.starts_at, a.id limit ${most}`.execute(tx)
  return rows
}

/** A month of the whole country stays below this; a page shows it in parts. */
const most = 5000

export const insertActivity = async (
  tx: Tx,
  row: {
    kind: string
    title: string
    place_code: string
    venue: string
    audience: string
    starts_at: Date
    ends_at: Date
    time_zone: string
    expected: number | null
    reached: number | null
    made_by: string
    sample: boolean
  },
) => (await tx.insertInto('activities').values(row).returning('id').executeTakeFirstOrThrow()).id

/** Writes a change and counts it. @param from the version it was made from; another one changes nothing */
export const changeActivity = async (
  tx: Tx,
  id: number,
  from: number,
  change: Partial<{
    kind: string
    title: string
    place_code: string
    venue: string
    audience: string
    starts_at: Date
    ends_at: Date
    time_zone: string
    expected: number | null
    reached: number | null
    state: string
    joined_into: number
  }>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('activities')
    .set(eb => ({ ...change, version: eb('version', '+', 1), changed_at: eb.fn('now', []) }))
    .where('id', '=', id)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whoever changes an activity does so alone. @returns whether there is one */
export const lockActivity = async (tx: Tx, id: number) =>
  (await tx.selectFrom('activities').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !==
  undefined

export const replaceOwners = async (tx: Tx, id: number, offices: number[]) => {
  await insertOwners(tx, id, offices)
  await tx
    .deleteFrom('activity_owners')
    .where('activity_id', '=', id)
    .where('office_id', 'not in', offices)
    .execute()
}

export const insertOwners = (tx: Tx, id: number, offices: number[]) =>
  tx
    .insertInto('activity_owners')
    .values(offices.map(office_id => ({ activity_id: id, office_id })))
    .onConflict(oc => oc.doNothing())
    .execute()

export const replacePeople = async (tx: Tx, id: number, people: { id: string; name: string }[]) => {
  await tx.deleteFrom('activity_people').where('activity_id', '=', id).execute()
  if (people.length > 0)
    await tx
      .insertInto('activity_people')
      .values(people.map(person => ({ activity_id: id, staff_id: person.id, name: person.name })))
      .execute()
}

export const insertEvent = (
  tx: Tx,
  row: {
    activity_id: number
    staff_id: string
    staff_name: string
    office_id: number
    move: string
    to_state: string
    note: string
  },
) => tx.insertInto('activity_events').values(row).execute()

export const eventsOf = (tx: Tx, activityId: number) =>
  tx
    .selectFrom('activity_events as e')
    .innerJoin('offices as o', 'o.id', 'e.office_id')
    .select(['e.id', 'e.at', 'e.staff_name as who', 'o.short_name as office', 'e.move', 'e.note'])
    .where('activity_id', '=', activityId)
    .orderBy('e.id', 'desc')
    .execute()

/** Colleagues whom the asker may name as people in charge. */
export const colleagues = (tx: Tx) =>
  tx
    .selectFrom('staff as s')
    .innerJoin('offices as o', 'o.id', 's.office_id')
    .select(['s.id', 's.name', 'o.short_name as office', 's.office_id as officeId'])
    .where('s.active', '=', true)
    .orderBy('o.id')
    .orderBy('s.name')
    .execute()

/** Whether one of the offices has this very activity already: a list brought in twice. */
export const sameActivity = async (
  tx: Tx,
  offices: number[],
  { title, placeCode, startsAt }: { title: string; placeCode: string; startsAt: Date },
) =>
  (await tx
    .selectFrom('activities as a')
    .innerJoin('activity_owners as o', 'o.activity_id', 'a.id')
    .select('a.id')
    .where('o.office_id', 'in', offices)
    .where('a.title', '=', title)
    .where('a.place_code', '=', placeCode)
    .where('a.starts_at', '=', startsAt)
    .executeTakeFirst()) !== undefined

/** Every regency or city of the country, or of a province. */
export const regencies = (tx: Tx, under = '') =>
  tx
    .selectFrom('regions')
    .select(['code', 'name'])
    .where('level', '=', 'regency')
    .where('code', 'like', `${under}%`)
    .orderBy('code')
    .execute()

/** Districts that an office serves, with their place on the tile map of their province. */
export const districtTiles = (tx: Tx) =>
  tx
    .selectFrom('offices as o')
    .innerJoin('office_regions as s', 's.office_id', 'o.id')
    .select(['s.region_code as code', 'o.short_name as name', 'o.tile_column as column', 'o.tile_row as row'])
    .where('o.kind', '=', 'district')
    .where('s.region_code', 'like', '__.__')
    .orderBy('s.region_code')
    .execute()
