import { type Expectation, everywhere } from './expectation.ts'

/** Arrivals and the register of returned workers. */
export const returnees: Expectation = {
  openRoutes: [
    'GET /purna/daftar',
    'POST /purna/daftar',
    'GET /purna/nomor',
    'POST /purna/nomor',
    'POST /purna/nomor/minat',
    'POST /purna/nomor/cabut',
    'POST /purna/nomor/ganti',
  ],
  permissions: {
    'returnee.read': { roles: ['case-officer', 'leader'], kinds: everywhere },
    'returnee.work': { roles: ['case-officer'], kinds: everywhere },
  },
  staffRoutes: {
    'returnee.read': [
      'GET /kepulangan',
      'GET /kepulangan/:id',
      'GET /kepulangan/:id/bast/:letter',
      'GET /purna',
      'GET /purna/serupa',
      'GET /purna/:id',
    ],
    'returnee.work': [
      'GET /kepulangan/baru',
      'POST /kepulangan/baca',
      'POST /kepulangan',
      'POST /kepulangan/:id/rencana',
      'POST /kepulangan/:id/langkah',
      'POST /kepulangan/:id/buka',
      'POST /kepulangan/:id/orang/:person/perkara',
      'GET /kepulangan/:id/orang/:person/daftar',
      'POST /kepulangan/:id/orang/:person/daftar',
      'GET /kepulangan/:id/bast',
      'POST /kepulangan/:id/bast',
      'GET /purna/baru',
      'POST /purna/baru',
      'POST /purna/:id/identitas',
      'GET /purna/:id/ubah',
      'POST /purna/:id/ubah',
      'POST /purna/:id/serupa/:other',
      'GET /purna/impor',
      'POST /purna/impor',
      'GET /purna/impor/:id',
      'GET /purna/impor/:id/ditolak',
    ],
  },
  pages: {
    'petugas.sigi@kabupaten.example': [
      '/kepulangan',
      '/kepulangan/baru',
      '/purna',
      '/purna/baru',
      '/purna/impor',
      '/purna/serupa',
    ],
    'pimpinan@bp3mi.example': ['/kepulangan', '/purna'],
  },
  publicPages: ['/purna/daftar', '/purna/nomor'],
}
