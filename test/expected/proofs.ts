import type { Expectation } from './expectation.ts'

export const proofs: Expectation = {}
