import type { Expectation } from './expectation.ts'

/** Arrivals, the register of returned workers, programmes and what came of them. */
export const returnees: Expectation = {}
