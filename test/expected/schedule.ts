import type { Expectation } from './expectation.ts'

export const schedule: Expectation = {
  staffRoutes: {
    'account.own': ['GET /pengingat', 'POST /pengingat', 'POST /pengingat/simpan'],
    'campaign.read': ['GET /kampanye/:id/tugas', 'GET /rekap/:id', 'GET /rekap/:id/:file'],
    'recap.make': ['POST /kampanye/:id/rekap/kirim'],
    'campaign.start': [
      'POST /kampanye/:id/tugas',
      'POST /kampanye/:id/permintaan',
      'GET /kampanye/:id/kantor',
      'POST /kampanye/:id/kantor',
    ],
    'duty.publish': ['GET /tugas/:id/minta', 'POST /tugas/:id/minta'],
    'duty.read': ['GET /kalender-tayang'],
  },
  pages: {
    'humas@bp3mi.example': [
      '/kampanye/1/tugas?tampil=berjalan&pilih=semua',
      '/kampanye/1/tugas?tampil=dibebaskan',
      '/kampanye/1/tugas?tampil=terlambat',
      '/kampanye/1/kantor',
      '/kalender-tayang',
      '/tugas/16/minta',
      '/pengingat',
    ],
    'sigi@kabupaten.example': ['/kampanye/1/tugas', '/kalender-tayang'],
  },
}
