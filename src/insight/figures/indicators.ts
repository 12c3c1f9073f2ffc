import type { OfficeKind } from '../../offices/index.ts'

/** A figure that the house keeps: where it comes from, what it counts, and who may see it. Its name and definition are messages. */
export interface Indicator {
  id: IndicatorId
  /** The view that its room publishes. */
  source: string
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
  reports: { source: 'published_complaints', unit: 'cases', at: everywhere },
  'urgent-reports': { source: 'published_complaints', unit: 'cases', at: everywhere },
  'closed-reports': { source: 'published_complaints', unit: 'cases', at: everywhere },
  checks: { source: 'published_offer_checks', unit: 'checks', at: everywhere },
  'danger-checks': { source: 'published_offer_checks', unit: 'checks', at: everywhere },
  returnees: { source: 'published_returnee_months', unit: 'people', at: everywhere },
  'duties-due': { source: 'published_duties', unit: 'duties', at: everywhere },
  'duties-told': { source: 'published_duties', unit: 'duties', at: everywhere },
  'duties-proven': { source: 'published_duties', unit: 'duties', at: everywhere },
  visits: { source: 'published_reach', unit: 'visits', at: everywhere },
  'outreach-held': { source: 'published_activities', unit: 'sessions', at: everywhere },
  'outreach-reached': { source: 'published_activities', unit: 'people', at: everywhere },
  // Follow-ups belong to offices, not to places: no district has a figure of its own.
  'follow-ups-overdue': { source: 'published_follow_ups', unit: 'follow-ups', at: above },
}

/** The catalogue as an office of this kind may see it. */
export const indicatorsFor = (kind: OfficeKind): Indicator[] =>
  indicatorIds.map(id => ({ id, ...told[id] })).filter(({ at }) => at.includes(kind))
