import type { Tx } from '../../platform/database/database.ts'

export const daysOff = async (tx: Tx) =>
  (await tx.selectFrom('holidays').select('day').execute()).map(({ day }) => String(day))
