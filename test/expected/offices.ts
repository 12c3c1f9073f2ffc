import { above, type Expectation, everywhere, roles } from './expectation.ts'

export const offices: Expectation = {
  permissions: {
    'office.read': { roles, kinds: everywhere },
    'office.edit': { roles: ['administrator'], kinds: everywhere },
    'region.load': { roles: ['administrator'], kinds: above },
  },
  staffRoutes: {
    'office.read': ['GET /kantor', 'GET /kantor/:id'],
    'office.edit': [
      'POST /kantor/:id',
      'POST /kantor/:id/kontak',
      'POST /kantor/:id/kontak/:contact/hapus',
      'POST /kantor/:id/logo',
    ],
    'region.load': ['GET /wilayah', 'POST /wilayah'],
  },
  openRoutes: ['GET /kantor/:id/logo'],
  pages: {
    'humas@bp3mi.example': ['/kantor', '/kantor/2'],
    'admin@bp3mi.example': ['/wilayah', '/kantor'],
    'sigi@kabupaten.example': ['/kantor/13'],
  },
}
