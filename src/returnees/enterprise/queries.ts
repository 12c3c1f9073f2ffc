import type { Tx } from '../../platform/database/database.ts'
import type { EnterpriseState } from './enterprise.ts'

export const enterpriseOf = (tx: Tx, returneeId: string) =>
  tx
    .selectFrom('returnee_enterprises')
    .select(['id', 'line', 'state', 'started_on as startedOn'])
    .where('returnee_id', '=', returneeId)
    .$narrowType<{ state: EnterpriseState }>()
    .executeTakeFirst()

/** Of the asking office, the last changed first. */
export const enterprises = (tx: Tx, limit: number) =>
  tx
    .selectFrom('returnee_enterprises as e')
    .innerJoin('returnees as r', 'r.id', 'e.returnee_id')
    .select(['e.returnee_id as returneeId', 'e.line', 'e.state', 'e.started_on as startedOn'])
    .select(['r.number', 'r.registered_at as registeredAt'])
    .orderBy('e.changed_at', 'desc')
    .limit(limit)
    .$narrowType<{ state: EnterpriseState }>()
    .execute()

/** Keeps what it trades in; begun only once for a person. */
export const keepEnterprise = (
  tx: Tx,
  row: { id: string; returneeId: string; officeId: number; line: string; at: Date },
) =>
  tx
    .insertInto('returnee_enterprises')
    .values({
      id: row.id,
      returnee_id: row.returneeId,
      office_id: row.officeId,
      line: row.line,
      changed_at: row.at,
    })
    .onConflict(oc => oc.column('returnee_id').doUpdateSet({ line: row.line, changed_at: row.at }))
    .execute()

/** @returns whether it still stood as the mover saw it */
export const settleEnterprise = async (
  tx: Tx,
  id: string,
  from: EnterpriseState,
  change: { state: EnterpriseState; startedOn: string; at: Date },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('returnee_enterprises')
    .set({ state: change.state, started_on: change.startedOn, changed_at: change.at })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const insertVisit = (
  tx: Tx,
  row: { id: string; enterpriseId: string; onDay: string; staffId: string; entryId: string },
) =>
  tx
    .insertInto('enterprise_visits')
    .values({
      id: row.id,
      enterprise_id: row.enterpriseId,
      on_day: row.onDay,
      staff_id: row.staffId,
      entry_id: row.entryId,
    })
    .execute()

export const visitsOf = (tx: Tx, enterpriseId: string) =>
  tx
    .selectFrom('enterprise_visits')
    .select(['on_day as onDay', 'entry_id as entryId'])
    .where('enterprise_id', '=', enterpriseId)
    .orderBy('on_day', 'desc')
    .orderBy('made_at', 'desc')
    .execute()
