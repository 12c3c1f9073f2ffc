import type { Expectation } from './expectation.ts'

export const reach: Expectation = {
  staffRoutes: {
    'campaign.read': ['GET /kampanye/:id/jangkauan'],
    'duty.read': ['GET /tugas/:id/jangkauan'],
    'duty.publish': ['POST /tugas/:id/jangkauan'],
    'insight.read': ['GET /kampanye/senyap'],
  },
  openRoutes: [
    'GET /k',
    'GET /k/umpan.atom',
    'GET /k/umpan.json',
    'GET /k/:slug/:version/:office/kartu',
    'GET /k/:slug/:version/:office/unduh/:format',
    'GET /t',
  ],
  pages: {
    'humas@bp3mi.example': [
      '/kampanye/1/jangkauan',
      '/kampanye/senyap',
      '/kampanye/senyap?bulan=2020-01',
      '/tugas/16/jangkauan',
    ],
    'sigi@kabupaten.example': ['/kampanye/1/jangkauan', '/kampanye/senyap', '/tugas/1/jangkauan'],
  },
  publicPages: ['/k', '/t?kode=ABCDEFG'],
}
