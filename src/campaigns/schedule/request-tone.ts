import type { Tone } from '../../ui/index.ts'
import type { RequestState } from './request.ts'

/** How an answer looks; its word says the same. */
export const requestTone: Record<RequestState, Tone> = { open: 'info', granted: 'good', refused: 'warn' }
