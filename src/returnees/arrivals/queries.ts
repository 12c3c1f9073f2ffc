import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ArrivalState } from './arrival.ts'

export interface Journey {
  arrivesOn: string
  arrivesAt: string | null
  flight: string | null
  comingFrom: string | null
  meeterId: string | null
  otherMeeter: boolean
  placeKnown: boolean
  onward: string | null
}

const columnsOf = (journey: Omit<Journey, 'comingFrom'>) => ({
  arrives_on: journey.arrivesOn,
  arrives_at: journey.arrivesAt,
  flight: journey.flight,
  meeter_id: journey.meeterId,
  other_meeter: journey.otherMeeter,
  place_known: journey.placeKnown,
  onward: journey.onward,
})

export const insertArrival = (
  tx: Tx,
  id: string,
  officeId: number,
  madeBy: string | null,
  journey: Journey,
  sample = false,
) =>
  tx
    .insertInto('arrivals')
    .values({
      id,
      owner_office_id: officeId,
      made_by: madeBy,
      coming_from: journey.comingFrom,
      ...columnsOf(journey),
      sample,
    })
    .execute()

export const insertArrivalPersons = (
  tx: Tx,
  arrivalId: string,
  rows: { id: string; place: number; originCode: string | null }[],
) =>
  tx
    .insertInto('arrival_persons')
    .values(
      rows.map(({ id, place, originCode }) => ({
        id,
        place,
        arrival_id: arrivalId,
        origin_code: originCode,
      })),
    )
    .execute()

export const insertArrivalMarks = (tx: Tx, personId: string, marks: { kind: string; mark: Buffer }[]) =>
  marks.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('arrival_marks')
        .values(marks.map(({ kind, mark }) => ({ person_id: personId, kind, mark })))
        .onConflict(oc => oc.doNothing())
        .execute()

const shown = (tx: Tx) =>
  tx
    .selectFrom('arrivals as a')
    .leftJoin('staff as s', 's.id', 'a.meeter_id')
    .select([
      'a.id',
      'a.number',
      'a.owner_office_id as ownerOfficeId',
      'a.state',
      'a.arrives_on as arrivesOn',
      'a.arrives_at as arrivesAt',
      'a.flight',
      'a.coming_from as comingFrom',
      'a.meeter_id as meeterId',
      's.name as meeter',
      'a.other_meeter as otherMeeter',
      'a.place_known as placeKnown',
      'a.onward',
      'a.version',
      'a.sample',
    ])
    .select([
      sql<number>`(select count(*) from arrival_persons p where p.arrival_id = a.id)::int`.as('persons'),
      sql<number>`(select coalesce(sum(l.persons), 0) from arrival_letters l where l.arrival_id = a.id)::int`.as(
        'inPapers',
      ),
      sql<number>`(select count(*) from arrival_persons p join returnees r on r.arrival_person_id = p.id
        where p.arrival_id = a.id)::int`.as('registered'),
      sql<
        string[]
      >`array(select distinct g.name from arrival_persons p join regions g on g.code = left(p.origin_code, 5)
        where p.arrival_id = a.id order by 1)`.as('origins'),
    ])

export const arrivalById = (tx: Tx, id: string) => shown(tx).where('a.id', '=', id).executeTakeFirst()
export type ArrivalRow = NonNullable<Awaited<ReturnType<typeof arrivalById>>>

/** @param from and until, both included */
export const arrivalsBetween = (tx: Tx, from: string, until: string) =>
  shown(tx)
    .where('a.arrives_on', '>=', from)
    .where('a.arrives_on', '<=', until)
    .orderBy('a.arrives_on')
    .orderBy(sql`a.arrives_at nulls last`)
    .orderBy('a.number')
    .execute()

export const personsOfArrival = (tx: Tx, arrivalId: string) =>
  tx
    .selectFrom('arrival_persons as p')
    .leftJoin('regions as g', 'g.code', 'p.origin_code')
    .leftJoin('complaints as c', 'c.id', 'p.complaint_id')
    .leftJoin('returnees as r', 'r.arrival_person_id', 'p.id')
    .select(['p.id', 'p.place', 'p.origin_code as originCode', 'g.name as origin'])
    .select(['p.complaint_id as complaintId', 'c.number as complaintNumber', 'r.id as returneeId'])
    .where('p.arrival_id', '=', arrivalId)
    .orderBy('p.place')
    .execute()
export type ArrivalPerson = Awaited<ReturnType<typeof personsOfArrival>>[number]

/** @returns whether it was as the editor saw it */
export const updateJourney = async (
  tx: Tx,
  id: string,
  journey: Omit<Journey, 'comingFrom'>,
  version: number,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('arrivals')
    .set(eb => ({ ...columnsOf(journey), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns whether it stood in one of these states: of two who move it at once, one does */
export const moveArrivalState = async (
  tx: Tx,
  id: string,
  from: readonly ArrivalState[],
  to: ArrivalState,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('arrivals')
    .set(eb => ({ state: to, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const setCase = (tx: Tx, personId: string, complaintId: string | null) =>
  tx.updateTable('arrival_persons').set({ complaint_id: complaintId }).where('id', '=', personId).execute()

export const colleaguesOf = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('office_id', '=', officeId)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
