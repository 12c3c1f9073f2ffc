import { type Expectation, everywhere } from './expectation.ts'

export const complaints: Expectation = {
  permissions: {
    'case.read': { roles: ['case-officer', 'leader'], kinds: everywhere },
    'case.work': { roles: ['case-officer'], kinds: everywhere },
  },
  staffRoutes: {
    'case.read': [
      'GET /aduan/:id/asesmen',
      'GET /aduan/:id/asesmen/bahaya',
      'GET /aduan/:id/asesmen/:screening',
      'GET /aduan/:id/surat',
      'GET /aduan/:id/surat/berkas/:letter',
    ],
    'case.work': [
      'GET /aduan/:id/asesmen/baru',
      'POST /aduan/:id/asesmen/baru',
      'GET /aduan/:id/asesmen/:screening/bagian/:step',
      'POST /aduan/:id/asesmen/:screening/bagian/:step',
      'POST /aduan/:id/asesmen/:screening/keyakinan',
      'POST /aduan/:id/asesmen/:screening/tanda-tangan',
      'GET /aduan/:id/surat/:kind',
      'POST /aduan/:id/surat/:kind',
      'POST /aduan/:id/surat/:kind/identitas',
      'POST /aduan/:id/surat/:kind/ubah',
      'POST /aduan/:id/surat/:kind/periksa',
      'POST /aduan/:id/surat/:kind/lihat',
    ],
  },
  openRoutes: [
    'GET /lapor',
    'POST /lapor',
    'GET /nomor',
    'POST /nomor',
    'POST /nomor/balas',
    'POST /nomor/keberatan',
    'POST /nomor/cabut',
    'POST /nomor/ganti',
  ],
  publicPages: ['/lapor', '/nomor'],
}
