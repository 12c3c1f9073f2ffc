import type { Expectation } from './expectation.ts'

/** Programmes, matching, enterprise and follow-up of returned workers. */
export const programmes: Expectation = {}
