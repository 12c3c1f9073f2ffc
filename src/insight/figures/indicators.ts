import type { OfficeKind } from '../../offices/index.ts'

/** A figure that the house keeps: where it comes from, what it counts, and who may see it. Its name and definition are messages. */
export interface Indicator {
  id: IndicatorId
  /** Whose records it counts: the view that a room publishes, `published_` before it. */
  source: 'complaints' | 'offer_checks' | 'returnee_months' | 'duties' | 'reach' | 'activities' | 'follow_ups'
  unit: 'cases' | 'checks' | 'people' | 'duties' | 'visits' | 'sessions' | 'follow-ups'
  /** Offices that may see it; districts see their own district and the province. */
  at: readonly OfficeKind[]
}

export const indicatorIds = [
  'reports',
  'urgent-reports',
  'closed-reports',
  'checks',
  'danger-checks',
  'returnees',
  'duties-due',
  'duties-told',
  'duties-proven',
  'visits',
  'outreach-held',
  'outreach-reached',
  'follow-ups-overdue',
] as const
export type IndicatorId = (typeof indicatorIds)[number]

const everywhere = ['ministry', 'bp3mi', 'province', 'district'] as const
const above = ['ministry', 'bp3mi', 'province'] as const

const told: Record<IndicatorId, Omit<Indicator, 'id'>> = {
  reports: { source: 'complaints', unit: 'cases', at: everywhere },
  'urgent-reports': { source: 'complaints', unit: 'cases', at: everywhere },
  'closed-reports': { source: 'complaints', unit: 'cases', at: everywhere },
  checks: { source: 'offer_checks', unit: 'checks', at: everywhere },
  'danger-checks': { source: 'offer_checks', unit: 'checks', at: everywhere },
  returnees: { source: 'returnee_months', unit: 'people', at: everywhere },
  'duties-due': { source: 'duties', unit: 'duties', at: everywhere },
  'duties-told': { source: 'duties', unit: 'duties', at: everywhere },
  'duties-proven': { source: 'duties', unit: 'duties', at: everywhere },
  visits: { source: 'reach', unit: 'visits', at: everywhere },
  'outreach-held': { source: 'activities', unit: 'sessions', at: everywhere },
  'outreach-reached': { source: 'activities', unit: 'people', at: everywhere },
  // Follow-ups belong to offices, not to places: no district has a figure of its own.
  'follow-ups-overdue': { source: 'follow_ups', unit: 'follow-ups', at: above },
}

/** The catalogue as an office of this kind may see it. */
export const indicatorsFor = (kind: OfficeKind): Indicator[] =>
  indicatorIds.map(id => ({ id, ...told[id] })).filter(({ at }) => at.includes(kind))
