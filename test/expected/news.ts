import { type Expectation, everywhere, roles } from './expectation.ts'

/** Articles and feeds. */
export const news: Expectation = {
  permissions: {
    'article.read': { roles, kinds: everywhere },
    'article.write': { roles: ['publicist'], kinds: everywhere },
    'article.release': { roles: ['publicist', 'coordinator', 'leader'], kinds: ['bp3mi', 'province'] },
  },
  staffRoutes: {
    'article.read': ['GET /redaksi', 'GET /redaksi/:id', 'GET /redaksi/:id/gambar'],
    'article.write': [
      'GET /redaksi/baru',
      'POST /redaksi/baru',
      'GET /redaksi/:id/ubah',
      'POST /redaksi/:id/ubah',
      'POST /redaksi/:id/perbaiki',
      'POST /redaksi/:id/submit',
    ],
    'article.release': [
      'POST /redaksi/:id/pertahankan',
      'POST /redaksi/:id/release',
      'POST /redaksi/:id/return',
      'POST /redaksi/:id/withdraw',
    ],
  },
  openRoutes: [
    'GET /berita',
    'GET /berita/:slug',
    'GET /berita/:slug/gambar/:size',
    'GET /berita/arsip/:year',
    'GET /berita/umpan.atom',
    'GET /berita/umpan.json',
  ],
  pages: {
    'humas@bp3mi.example': [
      '/redaksi',
      '/redaksi/1',
      '/redaksi/2',
      '/redaksi/baru',
      '/redaksi/2/ubah',
      '/redaksi/1/ubah',
    ],
    'sigi@kabupaten.example': ['/redaksi', '/redaksi/baru'],
  },
  publicPages: [
    '/berita',
    '/berita/dua-kantor-di-palu-menyatukan-langkah-cegah-keberangkatan-no',
    '/berita/arsip/2026',
  ],
}
