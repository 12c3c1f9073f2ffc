import { above, type Expectation, everywhere } from './expectation.ts'

/** Signals beside coverage, figures for leaders and for everybody. */
export const insight: Expectation = {
  permissions: {
    'insight.read': { roles: ['publicist', 'case-officer', 'coordinator', 'leader'], kinds: everywhere },
    'population.write': { roles: ['coordinator', 'leader'], kinds: above },
  },
  staffRoutes: {
    'insight.read': [
      'GET /wawasan',
      'GET /wawasan/angka',
      'GET /wawasan/wilayah/:code',
      'GET /wawasan/wilayah/:code/lembar.pdf',
      'GET /wawasan/wilayah/:code/lembar.png',
      'GET /wawasan/penduduk',
      'GET /wawasan/penduduk/:code',
    ],
    'population.write': ['POST /wawasan/penduduk/:code'],
  },
  openRoutes: ['GET /data', 'GET /data/angka.csv', 'GET /data/angka.json'],
  pages: {
    'sekretaris@disnakertrans.example': [
      '/wawasan',
      '/wawasan/angka',
      '/wawasan/wilayah/72.10',
      '/wawasan/penduduk',
      '/wawasan/penduduk/72.10',
    ],
    'sigi@kabupaten.example': ['/wawasan', '/wawasan/angka?wilayah=72.10', '/wawasan/penduduk'],
  },
  publicPages: ['/data'],
}
