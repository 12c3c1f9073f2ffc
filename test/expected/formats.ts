import type { Expectation } from './expectation.ts'

export const formats: Expectation = {
  staffRoutes: {
    'material.read': ['GET /rancangan', 'GET /rancangan/:design/:width'],
    'material.write': ['POST /materi/:id/versi/:version/kecocokan'],
    'duty.read': ['GET /tugas/:id/paket/unduh'],
    'duty.publish': ['GET /isian', 'POST /isian', 'GET /isian/gambar/:design'],
  },
  pages: {
    'humas@bp3mi.example': ['/rancangan', '/isian'],
    'sigi@kabupaten.example': ['/isian'],
  },
}
