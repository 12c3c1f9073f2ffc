import type { Tone } from '../../ui/index.ts'
import type { Standing } from './follow-up.ts'

export const standingTone: Record<Standing, Tone> = {
  late: 'danger',
  today: 'warn',
  soon: 'warn',
  ahead: 'neutral',
  done: 'info',
  confirmed: 'good',
  cancelled: 'neutral',
}
