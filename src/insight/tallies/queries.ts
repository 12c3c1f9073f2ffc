import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/**
 * Adds up the differences that changes have left, so that reading them costs the same however many there were. What others add
 * meanwhile stays as it is until the next time; of two at once the second finds nothing left to do.
 */
export const addUpTallies = async (tx: Tx): Promise<void> => {
  await sql`
    with gone as (delete from signal_tallies returning *)
    insert into signal_tallies
    select kind, district, office_id, month, stage, urgency, state, ground, sum(count)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(count) <> 0`.execute(tx)
}
