import type { Tone } from '../../../ui/index.ts'
import type { LicenceState } from '../register.ts'

export const stateTone: Record<LicenceState, Tone> = {
  valid: 'good',
  suspended: 'warn',
  revoked: 'danger',
  expired: 'danger',
}
