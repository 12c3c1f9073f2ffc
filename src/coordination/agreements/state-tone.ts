import type { Tone } from '../../ui/index.ts'
import type { AgreementState } from './agreement.ts'

export const stateTone: Record<AgreementState, Tone> = {
  draft: 'neutral',
  signing: 'warn',
  'in-force': 'good',
}
