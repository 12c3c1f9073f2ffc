import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** How the asking office stands to a case. */
export type Standing = 'own' | 'shared' | 'offered'

/** @returns nothing when it is not there for this office at all */
export const standingOf = async (tx: Tx, id: string, officeId: number): Promise<Standing | undefined> => {
  const row = await tx
    .selectFrom('complaints as c')
    .select('c.owner_office_id as owner')
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('complaint_shares as s')
            .select('s.id')
            .whereRef('s.complaint_id', '=', 'c.id')
            .where('s.office_id', '=', officeId)
            .where('s.until', 'is', null),
        )
        .as('shared'),
    )
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return row.owner === officeId ? 'own' : row.shared ? 'shared' : 'offered'
}

export const readableCase = async (tx: Tx, id: string, officeId: number) => {
  const standing = await standingOf(tx, id, officeId)
  return standing === 'own' || standing === 'shared' ? standing : undefined
}

/** Colleagues of an office who work on cases. */
export const officersOf = (tx: Tx, officeId: number) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('office_id', '=', officeId)
    .where('active', '=', true)
    .where(sql<boolean>`roles && array['case-officer']`)
    .orderBy('name')
    .execute()

/** @param onlyIfFree leaves it with whoever has it already. @returns false when it is nobody of the office that holds it */
export const setAssignee = async (tx: Tx, id: string, staffId: string, onlyIfFree: boolean) => {
  const colleague = await tx
    .selectFrom('staff')
    .innerJoin('complaints as c', 'c.owner_office_id', 'staff.office_id')
    .select('staff.id')
    .where('staff.id', '=', staffId)
    .where('staff.active', '=', true)
    .where(sql<boolean>`staff.roles && array['case-officer']`)
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!colleague) return false
  await tx
    .updateTable('complaints')
    .set({ assignee_id: staffId })
    .where('id', '=', id)
    .$if(onlyIfFree, query => query.where('assignee_id', 'is', null))
    .execute()
  return true
}

/** Offers of a case, the latest first, with the names of both sides. */
export const offersOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('custody_offers as f')
    .innerJoin('offices as a', 'a.id', 'f.from_office_id')
    .innerJoin('offices as b', 'b.id', 'f.to_office_id')
    .select(['f.id', 'f.kind', 'f.state', 'f.reason', 'f.consent', 'f.answer_by as answerBy'])
    .select([
      'f.from_office_id as fromId',
      'f.to_office_id as toId',
      'a.short_name as from',
      'b.short_name as to',
    ])
    .select(['f.answer_reason as answerReason', 'f.made_at as madeAt', 'f.answered_at as answeredAt'])
    .where('f.complaint_id', '=', id)
    .orderBy('f.made_at', 'desc')
    .execute()

export const sharesOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('complaint_shares as s')
    .innerJoin('offices as o', 'o.id', 's.office_id')
    .select(['s.office_id as officeId', 'o.short_name as office', 's.since'])
    .where('s.complaint_id', '=', id)
    .where('s.until', 'is', null)
    .orderBy('s.since')
    .execute()

export const stepsOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('complaint_steps')
    .select(['id', 'step', 'planned_on as plannedOn', 'done_on as doneOn', 'entry_id as entryId'])
    .where('complaint_id', '=', id)
    .orderBy('id')
    .execute()

export const insertStep = async (
  tx: Tx,
  row: {
    complaint_id: string
    step: string
    planned_on: string | null
    done_on: string | null
    made_by: string
    office_id: number
    entry_id: string | null
  },
) => (await tx.insertInto('complaint_steps').values(row).returning('id').executeTakeFirstOrThrow()).id

/** @returns the step, when it was planned and not done yet */
export const finishStep = (tx: Tx, id: string, number: number, doneOn: string) =>
  tx
    .updateTable('complaint_steps')
    .set({ done_on: doneOn })
    .where('complaint_id', '=', id)
    .where('id', '=', number)
    .where('done_on', 'is', null)
    .returning('step')
    .executeTakeFirst()

export const insertIdentityOpening = (
  tx: Tx,
  row: { complaint_id: string; staff_id: string; office_id: number; motive: string },
) => tx.insertInto('identity_openings').values(row).execute()

export const identityOpeningsOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('identity_openings as i')
    .innerJoin('offices as o', 'o.id', 'i.office_id')
    .leftJoin('staff as s', 's.id', 'i.staff_id')
    .select(['s.name', 'o.short_name as office', 'i.motive', 'i.at'])
    .where('i.complaint_id', '=', id)
    .orderBy('i.at', 'desc')
    .execute()

/** Who closed it last: somebody else judges an objection. */
export const closedBy = async (tx: Tx, id: string) =>
  (
    await tx
      .selectFrom('complaint_events')
      .select('staff_id as staffId')
      .where('complaint_id', '=', id)
      .where('deed', '=', 'close')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.staffId ?? undefined
