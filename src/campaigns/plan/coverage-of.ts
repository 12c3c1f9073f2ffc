import { visitsByDuty } from '../../links/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Coverage, coverageAt } from './coverage.ts'
import { type CoverageRow, coverageRows } from './queries.ts'

/** The coverage of a campaign, or of some of its duties, as far as the asker may see it. */
export const coverageOf = async (
  tx: Tx,
  campaignId: number,
  now: Temporal.Instant,
  counts: (row: CoverageRow) => boolean = () => true,
): Promise<Coverage> => {
  const rows = (await coverageRows(tx, campaignId)).filter(counts)
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
