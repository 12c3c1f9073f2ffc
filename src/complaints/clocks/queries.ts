import type { Tx } from '../../platform/database/database.ts'

export const daysOff = async (tx: Tx) =>
  (await tx.selectFrom('holidays').select('day').execute()).map(({ day }) => String(day))

export const insertHolidays = async (
  tx: Tx,
  days: readonly { day: string; kind: string; name: string }[],
  source: string,
) => {
  await tx
    .insertInto('holidays')
    .values(days.map(day => ({ ...day, source })))
    .onConflict(oc => oc.doNothing())
    .execute()
}

export const dueDayOf = async (tx: Tx, complaintId: string, clock: string) =>
  (
    await tx
      .selectFrom('complaint_clocks')
      .select('due_at')
      .where('complaint_id', '=', complaintId)
      .where('clock', '=', clock)
      .executeTakeFirst()
  )?.due_at
