import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { forgetNames } from './queries.ts'

/** Long enough to write a report and to answer a question about the list. */
export const daysNamed = 90

/** Names of those who came are in the clear, so they do not stay: their rows do, and with them every figure. @returns how many went */
export const forgetAttendance = ({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> =>
  db.asJob(tx => forgetNames(tx, toDate(clock().subtract({ hours: daysNamed * 24 }))))
