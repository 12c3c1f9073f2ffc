import { type Expectation, everywhere, roles } from './expectation.ts'

export const staff: Expectation = {
  permissions: {
    'account.own': { roles, kinds: everywhere },
    'staff.read': { roles: ['administrator', 'leader'], kinds: everywhere },
    'staff.manage': { roles: ['administrator'], kinds: everywhere },
    'staff.restore': { roles: ['administrator', 'leader'], kinds: everywhere },
    'key.hold': { roles: ['case-officer', 'leader'], kinds: everywhere },
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
    'staff.restore': ['POST /petugas/:id/pulihkan'],
    'key.hold': [
      'GET /kunci',
      'POST /kunci/beri/:id',
      'POST /kunci/kertas',
      'POST /kunci/kertas/pastikan',
      'POST /kunci/pulihkan',
      'GET /kunci/buka',
      'POST /kunci/buka',
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
    'GET /pulih/:token',
    'POST /pulih/:token',
  ],
  pages: {
    'humas@bp3mi.example': ['/akun'],
    'admin@bp3mi.example': ['/petugas'],
    'pimpinan.sigi@kabupaten.example': ['/akun', '/kunci', '/kunci/buka', '/petugas'],
    'sigi@kabupaten.example': ['/petugas', '/petugas/undang', '/jejak'],
  },
  publicPages: ['/masuk'],
}
