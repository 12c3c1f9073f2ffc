import { type Expectation, everywhere, roles } from './expectation.ts'

export const errands: Expectation = {
  permissions: {
    'errand.read': { roles, kinds: everywhere },
  },
  staffRoutes: {
    'errand.read': ['GET /pekerjaan/:id', 'GET /pekerjaan/:id/:file'],
  },
}
