import sharp from 'sharp'
import type { Poster, Strip, wordDesigns } from './variant.ts'

export const wordPoster = (design: (typeof wordDesigns)[number]): Poster => ({
  design,
  headline: 'Visa ziarah bukan visa kerja.',
  points: [
    'Verifikasi izin perusahaan di dinas',
    'Baca perjanjian kerja sampai akhir',
    'Jangan serahkan paspor',
  ],
  callToAction: 'Tanya dinas sebelum berangkat',
  language: 'id',
})

/** The longest office name of the province. */
export const strip: Strip = {
  office: 'Dinas Tenaga Kerja dan Transmigrasi Kabupaten Banggai Kepulauan',
  contact: '0800 0000 7207 (contoh)',
  linkText: 'sinergi.example.go.id/t/k7qm2fa',
  linkTarget: 'HTTPS://SINERGI.EXAMPLE.GO.ID/T/K7QM2FA',
  credit: 'BP3MI Sulawesi Tengah',
  labels: { scan: 'Pindai', link: 'Cek dulu', credit: 'Materi' },
}

/** A picture with the grain of a photograph, so hard to compress. */
export const grainyPhoto = async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const
  const raw = await sharp({
    create: { width: 1600, height: 1200, channels: 3, background: '#f0a35e', noise },
  })
    .png()
    .toBuffer()
  return sharp(raw).blur(1).jpeg().toBuffer()
}
