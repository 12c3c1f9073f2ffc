import type { Expectation } from './expectation.ts'

export const schedule: Expectation = {}
