import type { Tone } from '../../ui/index.ts'
import type { MeetingState } from './meeting.ts'

export const stateTone: Record<MeetingState, Tone> = {
  planned: 'info',
  held: 'warn',
  closed: 'good',
  cancelled: 'neutral',
}
