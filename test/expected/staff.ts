import { type Expectation, everywhere, roles } from './expectation.ts'

export const staff: Expectation = {
  permissions: {
    'account.own': { roles, kinds: everywhere },
    'staff.read': { roles: ['administrator', 'leader'], kinds: everywhere },
    'staff.manage': { roles: ['administrator'], kinds: everywhere },
    'audit.read': { roles: ['administrator', 'leader'], kinds: everywhere },
  },
  staffRoutes: {
    'account.own': [
      'GET /akun',
      'POST /akun/langkah-kedua',
      'POST /akun/langkah-kedua/pastikan',
      'POST /akun/kode-pemulihan',
      'POST /akun/kata-sandi',
      'POST /akun/sesi/:id/akhiri',
    ],
    'staff.read': ['GET /petugas'],
    'staff.manage': [
      'GET /petugas/undang',
      'POST /petugas/undang',
      'POST /petugas/:id/nonaktifkan',
      'POST /petugas/:id/aktifkan',
    ],
    'audit.read': ['GET /jejak'],
  },
  openRoutes: [
    'GET /masuk',
    'POST /masuk',
    'GET /masuk/kode',
    'POST /masuk/kode',
    'POST /keluar',
    'GET /undangan/:token',
    'POST /undangan/:token',
  ],
  pages: {
    'humas@bp3mi.example': ['/akun'],
    'admin@bp3mi.example': ['/petugas'],
    'sigi@kabupaten.example': ['/petugas', '/petugas/undang', '/jejak'],
  },
  publicPages: ['/masuk'],
}
