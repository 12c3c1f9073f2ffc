import { type Expectation, everywhere } from './expectation.ts'

/** Programmes, matching, enterprise and follow-up of returned workers. */
export const programmes: Expectation = {
  openRoutes: ['GET /purna/kabar', 'POST /purna/kabar', 'POST /purna/kabar/jawab'],
  permissions: {
    'returnee.programme': { roles: ['coordinator', 'case-officer'], kinds: everywhere },
  },
  staffRoutes: {
    'programme.read': ['GET /program-purna', 'GET /program-purna/:id'],
    'returnee.programme': [
      'GET /program-purna/baru',
      'POST /program-purna',
      'GET /program-purna/:id/ubah',
      'POST /program-purna/:id/ubah',
    ],
    'returnee.read': [
      'GET /program-purna/:id/cocok',
      'GET /pemantauan',
      'GET /pemantauan/:start/:month',
      'GET /usaha',
      'GET /usaha/:id',
    ],
    'returnee.work': [
      'POST /program-purna/:id/undang',
      'POST /program-purna/:id/undangan/:invitation',
      'POST /program-purna/:id/daftar-hadir',
      'GET /program-purna/:id/undangan/:invitation/sertifikat',
      'POST /program-purna/:id/undangan/:invitation/sertifikat',
      'POST /pemantauan/:start/:month',
      'POST /usaha/:id/kanvas',
      'POST /usaha/:id/arus-kas',
      'POST /usaha/:id/langkah',
      'POST /usaha/:id/kunjungan',
    ],
  },
  pages: {
    'petugas.sigi@kabupaten.example': [
      '/program-purna',
      '/program-purna/baru',
      '/program-purna/1',
      '/program-purna/1/cocok',
      '/pemantauan',
      '/usaha',
    ],
    'koordinator@bp3mi.example': ['/program-purna', '/program-purna/1'],
  },
  publicPages: ['/purna/kabar'],
}
