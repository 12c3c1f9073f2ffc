import type { Expectation } from './expectation.ts'

/** Articles and feeds. */
export const news: Expectation = {}
