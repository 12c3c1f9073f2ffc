import type { Expectation } from './expectation.ts'

/** Screening and letters of a case; who may is written beside the desk. */
export const screening: Expectation = {
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
}
