import { holidaysBetween } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { quarterOf, startOf } from '../programme/month.ts'
import type { Finding, Planned } from './finding.ts'
import { dismissals, plannedBetween, reportedRegencies } from './queries.ts'
import { synchronise } from './synchronise.ts'

/** Says how many times the mean the risk of each regency is, of those that the asker reads by name. A later room measures it. */
export type RiskOf = (tx: Tx, now: Temporal.Instant) => Promise<Map<string, number>>

/** Reports of the last twelve months by regency, which every office may know. */
export const reportsOfYear = (tx: Tx, now: Temporal.Instant) =>
  reportedRegencies(tx, now.subtract({ hours: 365 * 24 }))

export interface Found {
  findings: Finding[]
  /** Those put aside, each with who said so and why. */
  aside: { finding: Finding; reason: string; office: string }[]
  activities: Map<number, Planned>
  quarter: { first: Temporal.PlainDate; last: Temporal.PlainDate }
}

/** Looks over the programme from the start of this quarter for a year. */
export const findAll = async (tx: Tx, now: Temporal.Instant, riskOf?: RiskOf): Promise<Found> => {
  const today = dayOf(now)
  const { name, first, last } = quarterOf(today)
  const end = today.add({ years: 1 })
  const from = startOf(first).epochMilliseconds
  const to = startOf(last.add({ days: 1 })).epochMilliseconds
  const planned = await plannedBetween(tx, from, startOf(end).epochMilliseconds)
  const all = synchronise(planned, {
    now: now.epochMilliseconds,
    holidays: await holidaysBetween(tx, String(first), String(end)),
    reports: await reportsOfYear(tx, now),
    ...(riskOf && { risk: await riskOf(tx, now) }),
    quarter: { name, from, to },
  })
  const put = new Map((await dismissals(tx)).map(row => [`${row.finding} ${row.print}`, row]))
  const asideOf = (finding: Finding) => put.get(`${finding.key} ${finding.print}`)
  return {
    findings: all.filter(finding => !asideOf(finding)),
    aside: all.flatMap(finding => {
      const said = asideOf(finding)
      return said ? [{ finding, reason: said.reason, office: said.office }] : []
    }),
    activities: new Map(planned.map(one => [one.id, one])),
    quarter: { first, last },
  }
}
