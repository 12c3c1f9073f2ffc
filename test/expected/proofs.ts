import type { Expectation } from './expectation.ts'

export const proofs: Expectation = {
  staffRoutes: {
    'proof.decide': ['POST /tinjau', 'GET /tinjau/varian/:id'],
  },
}
