import type { Expectation } from './expectation.ts'

export const offers: Expectation = {
  openRoutes: [
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
