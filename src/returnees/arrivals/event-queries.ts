import type { Tx } from '../../platform/database/database.ts'

export const insertArrivalEvent = (tx: Tx, arrivalId: string, staffId: string, deed: string) =>
  tx.insertInto('arrival_events').values({ arrival_id: arrivalId, staff_id: staffId, deed }).execute()

export const arrivalEventsOf = (tx: Tx, arrivalId: string) =>
  tx
    .selectFrom('arrival_events as e')
    .leftJoin('staff as s', 's.id', 'e.staff_id')
    .select(['e.at', 'e.deed', 's.name as staff'])
    .where('e.arrival_id', '=', arrivalId)
    .orderBy('e.id')
    .execute()

export const insertArrivalLetter = async (
  tx: Tx,
  row: {
    arrival_id: string
    office_id: number
    year: number
    serial: number
    persons: number
    entry_id: string
    made_by: string
    made_at: Date
  },
) => (await tx.insertInto('arrival_letters').values(row).returning('id').executeTakeFirstOrThrow()).id

export const arrivalLettersOf = (tx: Tx, arrivalId: string) =>
  tx
    .selectFrom('arrival_letters')
    .select(['id', 'serial', 'year', 'persons', 'entry_id as entryId', 'made_at as madeAt'])
    .where('arrival_id', '=', arrivalId)
    .orderBy('id')
    .execute()
