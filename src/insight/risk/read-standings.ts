import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { coverageOf } from './coverage.ts'
import {
  type Counted,
  countsByDistrict,
  type District,
  districtsSeen,
  peopleOfProvince,
  spreadOfSignals,
  type Window,
} from './queries.ts'
import { type Prior, priorOf, shrunk, weighed } from './shrink.ts'
import { byWorry, quadrantOf, type SignalKind, type Standing, signalKinds, weights } from './standing.ts'

export interface Standings {
  standings: Standing[]
  window: Window
}

/** The districts that the asker reads by name, the most worrying first. */
export const readStandings = async (tx: Tx, now: Temporal.Instant): Promise<Standings> => {
  const window = windowAt(now)
  const [districts, counts, living] = [
    await districtsSeen(tx),
    await countsByDistrict(tx, window),
    await peopleOfProvince(tx),
  ]
  const province = { ...living, visits: counts.reduce((sum, { visits }) => sum + visits, 0) }
  const spread = await spreadOfSignals(tx, window.since)
  const priors = new Map(spread.map(one => [one.kind as SignalKind, priorOf(one, province.districts)]))
  const standings = districts.map(district => {
    const counted = counts.find(one => one.district === district.code) ?? nothing
    return standingOf(district, counted, priors, province)
  })
  return { standings: standings.sort(byWorry), window }
}

/** Twelve months of signals, three of publications and outreach, three of plans; this month belongs to each. */
export const windowAt = (now: Temporal.Instant): Window => {
  const month = dayOf(now).toPlainYearMonth()
  return {
    since: String(month.subtract({ months: 11 })),
    recent: String(month.subtract({ months: 2 })),
    now: String(month),
    until: String(month.add({ months: 2 })),
  }
}

const standingOf = (
  { code, name, officeId, people, column, row }: District,
  counted: Omit<Counted, 'district'>,
  priors: Map<SignalKind, Prior | undefined>,
  province: { people: number; visits: number },
): Standing => {
  const living = people ?? 0
  const parts = signalKinds.flatMap(kind => {
    const prior = priors.get(kind)
    const belief = prior && shrunk({ events: counted[kind], people: living }, prior)
    return belief ? [{ weight: weights[kind], belief }] : []
  })
  const risk = parts.length > 0 ? weighed(parts) : undefined
  const share =
    living > 0 && province.visits > 0 ? counted.visits / living / (province.visits / province.people) : 0
  const coverage = coverageOf(counted, share)
  const { reports, checks, returnees, urgent, ...reached } = counted
  return {
    code,
    name,
    officeId,
    tile: column && row ? { column, row } : undefined,
    people: living,
    signals: { reports, checks, returnees },
    urgent,
    risk,
    reached,
    coverage,
    quadrant: quadrantOf(risk, coverage),
  }
}

const nothing = {
  reports: 0,
  urgent: 0,
  checks: 0,
  returnees: 0,
  due: 0,
  told: 0,
  visits: 0,
  held: 0,
  heard: 0,
  planned: 0,
}
