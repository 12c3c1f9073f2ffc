import type { Expectation } from './expectation.ts'

export const proofs: Expectation = {
  staffRoutes: {
    'proof.decide': ['POST /tinjau', 'GET /tinjau/varian/:id'],
    'duty.publish': [
      'GET /tugas/luring',
      'GET /tugas/luring/:id/gambar',
      'GET /tugas/luring/kiriman/:upload',
      'POST /tugas/luring/kiriman/:upload',
      'POST /tugas/luring/kiriman/:upload/selesai',
    ],
  },
  pages: {
    'humas@bp3mi.example': ['/tugas/luring'],
    'sigi@kabupaten.example': ['/tugas/luring'],
    'tolitoli@kabupaten.example': ['/tugas/luring'],
  },
}
