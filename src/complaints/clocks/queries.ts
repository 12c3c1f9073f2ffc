import type { Tx } from '../../platform/database/database.ts'

export const daysOff = async (tx: Tx) =>
  (await tx.selectFrom('holidays').select('day').execute()).map(({ day }) => String(day))

/** Public holidays and cuti bersama by name. @param from, to days, both counted */
export const holidaysBetween = (tx: Tx, from: string, to: string) =>
  tx
    .selectFrom('holidays')
    .select(['day', 'name', 'kind'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()

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

export const clocksOf = (tx: Tx, complaintId: string) =>
  tx
    .selectFrom('complaint_clocks')
    .select(['clock', 'part', 'warn_at as warnAt', 'due_at as dueAt', 'stopped_at as stoppedAt'])
    .select(['warned_at as warnedAt', 'breached_at as breachedAt'])
    .where('complaint_id', '=', complaintId)
    .orderBy('clock')
    .orderBy('part')
    .execute()

/** @param begunAnew a clock that had stopped runs again: it may warn again */
export const upsertClock = (
  tx: Tx,
  complaintId: string,
  clock: string,
  part: number,
  to: { warnAt: Date | null; dueAt: Date | null; stoppedAt: Date | null; begunAnew: boolean },
) => {
  const row = { warn_at: to.warnAt, due_at: to.dueAt, stopped_at: to.stoppedAt }
  return tx
    .insertInto('complaint_clocks')
    .values({ complaint_id: complaintId, clock, part, ...row })
    .onConflict(oc =>
      oc
        .columns(['complaint_id', 'clock', 'part'])
        .doUpdateSet({ ...row, ...(to.begunAnew && { warned_at: null, breached_at: null }) }),
    )
    .execute()
}
