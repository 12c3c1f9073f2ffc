import type { Expectation } from './expectation.ts'

export const complaints: Expectation = {
  openRoutes: [
    'GET /lapor',
    'POST /lapor',
    'POST /lapor/dari-cek',
    'GET /nomor',
    'POST /nomor',
    'POST /nomor/balas',
    'POST /nomor/keberatan',
    'POST /nomor/cabut',
    'POST /nomor/ganti',
  ],
  publicPages: ['/lapor', '/nomor'],
}
