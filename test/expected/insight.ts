import type { Expectation } from './expectation.ts'

/** Signals beside coverage, figures for leaders and for everybody. */
export const insight: Expectation = {}
