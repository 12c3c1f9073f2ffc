import { above, type Expectation, everywhere, roles } from './expectation.ts'

export const register: Expectation = {
  permissions: {
    'register.read': { roles, kinds: everywhere },
    'register.import': { roles: ['administrator', 'case-officer', 'coordinator'], kinds: above },
  },
  staffRoutes: {
    'register.read': ['GET /perekrut', 'GET /perekrut/buka'],
    'register.import': [
      'GET /perekrut/impor',
      'POST /perekrut/impor',
      'GET /perekrut/impor/:id',
      'POST /perekrut/impor/:id/kolom',
      'POST /perekrut/impor/:id/terapkan',
      'POST /perekrut/impor/:id/batal',
    ],
  },
  pages: {
    'sigi@kabupaten.example': ['/perekrut'],
    'admin@bp3mi.example': ['/perekrut/impor'],
  },
}
