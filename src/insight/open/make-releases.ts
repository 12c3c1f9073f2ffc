import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { batchesFor, monthAfter, monthsThrough } from './batches.ts'
import { insertBatches, insertRelease, openCounts, releases, toldBatches } from './queries.ts'

/**
 * Makes the release of each month that has ended since the last one; before the first, of every month on record. A month before
 * the last release is never released again, whatever is recorded for it later. @returns how many were made
 */
export const makeReleases = ({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> =>
  db.asJob(async tx => {
    const ended = String(dayOf(clock()).toPlainYearMonth().subtract({ months: 1 }))
    const counts = await openCounts(tx)
    const former = (await releases(tx))[0]
    const begun = former
      ? monthAfter(former.month)
      : ([...counts.map(({ month }) => month), ended].sort()[0] ?? ended)
    let made = 0
    for (const month of monthsThrough(begun, ended)) {
      if (!(await insertRelease(tx, month))) continue
      const batches = batchesFor(month, counts, await toldBatches(tx))
      if (batches.length > 0) await insertBatches(tx, batches)
      made++
    }
    return made
  })
