import type { Expectation } from './expectation.ts'

/** Meetings, agreements and follow-ups. */
export const meetings: Expectation = {}
