import { above, type Expectation } from './expectation.ts'

export const front: Expectation = {
  permissions: {
    'audio.edit': { roles: ['administrator', 'publicist'], kinds: above },
  },
  staffRoutes: {
    'audio.edit': ['GET /rekaman', 'POST /rekaman', 'POST /rekaman/:id/hapus'],
  },
  openRoutes: [
    'GET /',
    'GET /kantor-terdekat',
    'GET /bantuan',
    'GET /aman',
    'POST /aman',
    'GET /cari',
    'GET /luring',
    'GET /dengar/:id',
    'GET /sitemap.xml',
    'GET /robots.txt',
    'GET /manifest.webmanifest',
    'GET /sw.js',
  ],
  pages: {
    'humas@bp3mi.example': ['/rekaman'],
  },
  publicPages: [
    '/',
    '/kantor-terdekat',
    '/kantor-terdekat?nama=palolo',
    '/kantor-terdekat?wilayah=72.10',
    '/kantor-terdekat?wilayah=72.10.01.2001',
    '/bantuan',
    '/aman',
    '/cari',
    '/cari?q=visa',
    '/luring',
  ],
}
