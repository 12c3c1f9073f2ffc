import { above, type Expectation } from './expectation.ts'

export const consents: Expectation = {
  permissions: {
    'consent.read': { roles: ['publicist', 'coordinator', 'leader'], kinds: above },
    'consent.keep': { roles: ['publicist', 'coordinator'], kinds: above },
  },
  staffRoutes: {
    'material.read': ['GET /materi/:id/banding', 'GET /materi/:id/tayang'],
    'material.write': ['GET /materi/:id/bahasa'],
    'material.decide': ['POST /materi/:id/versi/:version/akhiri'],
    'consent.read': ['GET /izin', 'GET /materi/:id/izin', 'GET /izin/:id/bukti'],
    'consent.keep': [
      'POST /materi/:id/izin',
      'POST /materi/:id/izin/pernyataan',
      'GET /izin/:id/cabut',
      'POST /izin/:id/cabut',
    ],
    'duty.read': ['GET /penurunan', 'GET /penurunan/:id', 'GET /penurunan/:id/bukti'],
    'duty.publish': ['POST /penurunan/:id/nyatakan', 'POST /penurunan/:id/bukti'],
    'proof.decide': ['POST /penurunan/:id/konfirmasi', 'POST /penurunan/:id/kembalikan'],
  },
  pages: {
    'humas@bp3mi.example': [
      '/izin',
      '/materi/1/izin',
      '/materi/1/tayang',
      '/materi/1/bahasa',
      '/materi?cari=tawaran',
      '/penurunan',
    ],
    'sigi@kabupaten.example': ['/penurunan', '/materi', '/materi/1'],
  },
}
