import { above, type Expectation, everywhere, roles } from './expectation.ts'

export const offers: Expectation = {
  permissions: {
    'guidance.read': { roles, kinds: everywhere },
    'guidance.write': { roles: ['publicist', 'case-officer', 'coordinator'], kinds: above },
    'guidance.decide': { roles: ['publicist', 'case-officer', 'coordinator'], kinds: above },
  },
  staffRoutes: {
    'guidance.read': [
      'GET /pedoman',
      'GET /pedoman/:kind',
      'GET /pedoman/:kind/isi',
      'GET /pedoman/:kind/versi/:number',
      'GET /pedoman/:kind/versi/:number/json',
      'GET /pedoman/:kind/uji',
      'POST /pedoman/:kind/uji',
    ],
    'guidance.write': [
      'POST /pedoman/:kind/isi',
      'POST /pedoman/:kind/hapus',
      'POST /pedoman/:kind/pindah',
      'POST /pedoman/:kind/impor',
      'POST /pedoman/:kind/versi/:number/ajukan',
      'GET /pedoman/:kind/gabung',
      'POST /pedoman/:kind/gabung',
    ],
    'guidance.decide': [
      'POST /pedoman/:kind/versi/:number/lepas',
      'POST /pedoman/:kind/versi/:number/kembalikan',
    ],
  },
  pages: {
    'humas@bp3mi.example': [
      '/pedoman',
      '/pedoman/aturan',
      '/pedoman/aturan/isi',
      '/pedoman/aturan/isi?di=rules/-',
      '/pedoman/aturan/versi/1',
      '/pedoman/aturan/uji',
      '/pedoman/kewajaran/isi',
      '/pedoman/jalur/isi',
      '/pedoman/jalur/isi?di=steps/opp',
      '/pedoman/jalur/versi/1',
    ],
  },
  openRoutes: [
    // The offer check
    'GET /cek',
    'POST /cek',
    'GET /cek/tanya',
    'POST /cek/tanya',
    'POST /cek/bagikan',
    'GET /cek/h/:code',
    'GET /cek/h/:code/kartu',
    // The procedural route
    'GET /jalur',
    'GET /jalur/langkah/:id',
    'GET /jalur/dokumen/:id',
    'GET /jalur/daftar',
    'GET /jalur/cek',
    'POST /jalur/cek',
    'GET /jalur/surat-izin',
    'GET /jalur/surat-izin/kosong',
    'POST /jalur/surat-izin',
  ],
  publicPages: [
    // The offer check
    '/cek',
    '/cek/tanya',
    // The procedural route
    '/jalur',
    '/jalur?skema=p-to-p&negara=kamboja',
    '/jalur/langkah/opp',
    '/jalur/dokumen/izin-keluarga',
    '/jalur/daftar',
    '/jalur/cek',
    '/jalur/surat-izin',
  ],
}
