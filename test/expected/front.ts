import type { Expectation } from './expectation.ts'

export const front: Expectation = {}
