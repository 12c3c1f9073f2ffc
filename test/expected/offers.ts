import type { Expectation } from './expectation.ts'

export const offers: Expectation = {}
