import { visitsByDuty } from '../../links/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Coverage, coverageAt } from './coverage.ts'
import { coverageRows } from './queries.ts'

/** The coverage of a campaign as far as the asker may see it. */
export const coverageOf = async (tx: Tx, campaignId: number, now: Temporal.Instant): Promise<Coverage> => {
  const rows = await coverageRows(tx, campaignId)
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
