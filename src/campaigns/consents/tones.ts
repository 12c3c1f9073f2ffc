import type { Tone } from '../../ui/index.ts'
import type { ConsentStanding } from './consent.ts'
import type { RemovalState } from './removal.ts'

/** How a consent's standing looks; its word says the same. */
export const consentTone: Record<ConsentStanding, Tone> = {
  valid: 'good',
  soon: 'warn',
  expired: 'danger',
  withdrawn: 'danger',
}

export const removalTone: Record<RemovalState, Tone> = {
  told: 'danger',
  declared: 'warn',
  proven: 'info',
  confirmed: 'good',
}
