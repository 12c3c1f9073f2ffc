import { visitsByDuty } from '../../links/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Coverage, coverageAt } from './coverage.ts'
import { coverageRows } from './queries.ts'

/** The coverage of a campaign, or of one of its weeks, as far as the asker may see it. */
export const coverageOf = async (
  tx: Tx,
  campaignId: number,
  now: Temporal.Instant,
  round?: number,
): Promise<Coverage> => {
  const rows = (await coverageRows(tx, campaignId)).filter(row => !round || row.round === round)
  const visits = new Map(
    (
      await visitsByDuty(
        tx,
        rows.map(({ id }) => id),
      )
    ).map(({ dutyId, clicks, scans }) => [dutyId, clicks + scans]),
  )
  return coverageAt(
    rows.map(row => ({ ...row, visits: visits.get(row.id) ?? 0 })),
    now,
  )
}
