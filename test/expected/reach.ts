import type { Expectation } from './expectation.ts'

export const reach: Expectation = {}
