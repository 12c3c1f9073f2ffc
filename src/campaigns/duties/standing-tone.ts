import type { Tone } from '../../ui/index.ts'
import type { Standing } from './duty.ts'

/** How a duty's standing looks; its word says the same. */
export const standingTone: Record<Standing, Tone> = {
  accepted: 'good',
  waiting: 'info',
  returned: 'warn',
  late: 'danger',
  silent: 'danger',
  ahead: 'neutral',
  excused: 'neutral',
  stopped: 'neutral',
}
