import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { FollowUp, FollowUpMonth, Outcome } from './follow-up.ts'

const shown = sql`
  select f.start_id as "startId", f.about, f.returnee_id as "returneeId", f.office_id as "officeId", f.starts_on as "startsOn",
    f.due_on as "dueOn", f.month, f.outcome, f.attempts, p.title as programme, r.number, r.registered_at as "registeredAt",
    d.name as district
  from returnee_follow_ups f join returnees r on r.id = f.returnee_id
  left join returnee_programmes p on p.id = f.programme_id left join regions d on d.code = left(r.origin_code, 5)`

/** Whom to ask by this day: those never reached first by how long it is due. Nobody who withdrew is asked. */
export const dueFollowUps = async (tx: Tx, today: string, limit: number): Promise<FollowUp[]> => {
  const { rows } = await sql<FollowUp>`${shown}
    where f.due_on <= ${today}::date and coalesce(f.outcome, 'unreachable') = 'unreachable' and r.state <> 'withdrawn'
    order by f.due_on, r.number, f.month limit ${limit}`.execute(tx)
  return rows
}

/** Heard lately, to see that it was written down. */
export const heardFollowUps = async (tx: Tx, today: string, limit: number): Promise<FollowUp[]> => {
  const { rows } = await sql<FollowUp>`${shown}
    where f.due_on <= ${today}::date and f.outcome in ('active', 'stopped', 'declined')
    order by f.at desc limit ${limit}`.execute(tx)
  return rows
}

/** One of them, when its day has come. */
export const followUpOf = async (
  tx: Tx,
  startId: string,
  month: number,
  today: string,
): Promise<FollowUp | undefined> => {
  const { rows } = await sql<FollowUp>`${shown}
    where f.start_id = ${startId} and f.month = ${month} and f.due_on <= ${today}::date and r.state <> 'withdrawn'`.execute(
    tx,
  )
  return rows[0]
}

export interface NewContact {
  returneeId: string
  officeId: number
  startId: string
  month: FollowUpMonth
  outcome: Outcome
  way: 'phone' | 'visit' | 'link'
  turnover: string | null
  workers: number | null
  licensed: boolean | null
  leavingAgain: boolean | null
  staffId: string | null
  entryId: string | null
  at: Date
}

export const insertContact = (tx: Tx, row: NewContact) =>
  tx
    .insertInto('returnee_contacts')
    .values({
      returnee_id: row.returneeId,
      office_id: row.officeId,
      start_id: row.startId,
      month: row.month,
      outcome: row.outcome,
      way: row.way,
      turnover: row.turnover,
      workers: row.workers,
      licensed: row.licensed,
      leaving_again: row.leavingAgain,
      staff_id: row.staffId,
      entry_id: row.entryId,
      at: row.at,
    })
    .execute()
