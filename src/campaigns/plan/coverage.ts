import type { Channel } from '../channel.ts'
import { type DutyState, type Standing, type StoppedWhy, standingOf } from '../duties/duty.ts'

export interface CoverageDuty {
  id: number
  versionId: number
  officeId: number
  office: string
  officeName: string
  channel: Channel
  /** Which week of a recurring campaign. */
  round?: number
  state: DutyState
  dueAt: Date
  changedAt: Date
  stoppedWhy?: StoppedWhy
  tileColumn: number | null
  tileRow: number | null
  visits: number
}

export interface CoverageCell {
  dutyId: number
  versionId: number
  channel: Channel
  round: number
  dueAt: Date
  visits: number
  standing: Standing
}

export interface OfficeCoverage {
  officeId: number
  office: string
  officeName: string
  tile: { column: number; row: number } | undefined
  cells: CoverageCell[]
  accepted: number
  visits: number
  /** The worst of its duties names how the office stands. */
  standing: Standing
}

export interface Coverage {
  offices: OfficeCoverage[]
  duties: number
  accepted: number
  visits: number
  /** Offices whose every duty is accepted. */
  complete: OfficeCoverage[]
  silent: OfficeCoverage[]
  late: OfficeCoverage[]
  waiting: number
  /** Duties that are excused: they count apart. */
  excused: number
}

export const worstFirst: Standing[] = [
  'silent',
  'late',
  'returned',
  'waiting',
  'ahead',
  'accepted',
  'stopped',
  'excused',
]

/** The whole of a campaign at a moment, the most worrying office first: the one source of matrix, sentence, map and recap. */
export const coverageAt = (duties: CoverageDuty[], now: Temporal.Instant): Coverage => {
  const offices = [...Map.groupBy(duties, duty => duty.officeId).values()].map(rows =>
    officeCoverage(rows, now),
  )
  offices.sort(
    (a, b) =>
      worstFirst.indexOf(a.standing) - worstFirst.indexOf(b.standing) ||
      a.accepted - b.accepted ||
      a.officeId - b.officeId,
  )
  return {
    offices,
    duties: duties.length,
    accepted: duties.filter(({ state }) => state === 'accepted').length,
    visits: sum(offices.map(({ visits }) => visits)),
    complete: offices.filter(({ standing }) => standing === 'accepted'),
    silent: offices.filter(({ standing }) => standing === 'silent'),
    late: offices.filter(({ standing }) => standing === 'late' || standing === 'returned'),
    waiting: duties.filter(({ state }) => state === 'declared' || state === 'attached').length,
    excused: duties.filter(({ state }) => state === 'excused').length,
  }
}

const officeCoverage = (rows: CoverageDuty[], now: Temporal.Instant): OfficeCoverage => {
  const first = rows[0]!
  const cells = rows.map(({ id, versionId, channel, round = 1, state, dueAt, stoppedWhy, visits }) => ({
    dutyId: id,
    versionId,
    channel,
    round,
    dueAt,
    visits,
    standing: standingOf({ state, dueAt, stoppedWhy }, now),
  }))
  const untouched = rows.every(({ state }) => state === 'assigned' || state === 'excused')
  const standings = cells.map(({ standing }) => (standing === 'silent' && !untouched ? 'late' : standing))
  return {
    officeId: first.officeId,
    office: first.office,
    officeName: first.officeName,
    tile: first.tileColumn && first.tileRow ? { column: first.tileColumn, row: first.tileRow } : undefined,
    cells,
    accepted: cells.filter(({ standing }) => standing === 'accepted').length,
    visits: sum(rows.map(({ visits }) => visits)),
    standing: worstFirst.find(standing => standings.includes(standing)) ?? 'ahead',
  }
}

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0)
