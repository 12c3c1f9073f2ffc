import { dayOf } from '../../platform/clock/clock.ts'
import type { ListedDuty } from './queries.ts'

/** The day on which a duty is due where its office is. */
export const dueDay = ({ dueAt, timeZone }: Pick<ListedDuty, 'dueAt' | 'timeZone'>) => dayOf(dueAt, timeZone)
