import type { Expectation } from './expectation.ts'

export const formats: Expectation = {}
