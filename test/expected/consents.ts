import type { Expectation } from './expectation.ts'

export const consents: Expectation = {}
