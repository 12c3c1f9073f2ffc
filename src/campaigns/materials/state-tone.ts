import type { Tone } from '../../ui/index.ts'
import type { VersionState } from './material.ts'

/** How a version's state looks; its word says the same. */
export const stateTone: Record<VersionState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  approved: 'good',
  returned: 'warn',
}
