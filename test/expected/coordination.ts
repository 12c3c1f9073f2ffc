import type { Expectation } from './expectation.ts'

/** Joint programme, meetings, agreements and follow-ups. */
export const coordination: Expectation = {}
