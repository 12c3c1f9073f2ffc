import type { Tone } from '../../ui/index.ts'

/** Months after a programme or an enterprise began. */
export const followUpMonths = [3, 6, 12] as const
export type FollowUpMonth = (typeof followUpMonths)[number]

/** What was heard. Nobody there is not the same as a no, and neither is the same as an enterprise that stopped. */
export const outcomes = ['active', 'stopped', 'declined', 'unreachable'] as const
export type Outcome = (typeof outcomes)[number]
/** What a person says alone: nobody is unreachable to oneself. */
export const ownOutcomes = ['active', 'stopped', 'declined'] as const

export const officerWays = ['phone', 'visit'] as const
export const turnovers = ['none', 'under-1', '1-3', '3-10', 'over-10'] as const

export const outcomeTone: Record<Outcome, Tone> = {
  active: 'good',
  stopped: 'warn',
  declined: 'neutral',
  unreachable: 'danger',
}

export interface FollowUp {
  startId: string
  about: 'programme' | 'enterprise'
  returneeId: string
  officeId: number
  startsOn: string
  dueOn: string
  month: FollowUpMonth
  outcome: Outcome | null
  attempts: number
  programme: string | null
  number: number
  registeredAt: Date
  district: string | null
}
