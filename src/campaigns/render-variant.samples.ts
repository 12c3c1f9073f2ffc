import sharp from 'sharp'
import { artworkDesign, type Design, designNamed, designsOf } from './designs/design.ts'
import type { SlotValues } from './designs/slot.ts'
import type { Poster, Strip } from './variant.ts'

/** The designs that set words, as they come with the program. */
export const wordDesigns = designsOf('none').filter(({ key }) => key !== artworkDesign)

export const designCalled = (key: string): Design => designNamed('none', key)!

export const wordPoster = (key: string): Poster => ({
  design: designCalled(key),
  headline: 'Visa ziarah bukan visa kerja.',
  points: [
    'Verifikasi izin perusahaan di dinas',
    'Baca perjanjian kerja sampai akhir',
    'Jangan serahkan paspor',
  ],
  callToAction: 'Tanya dinas sebelum berangkat',
  language: 'id',
})

/** A design with the words it is shown with. */
export const examplePoster = (design: Design): Poster => ({ design, ...design.example, language: 'id' })

export const arabicPoster = (key: string): Poster => ({
  design: designCalled(key),
  headline: 'تأشيرة الزيارة ليست تأشيرة عمل',
  points: ['تحقق من ترخيص الشركة', 'اقرأ عقد العمل حتى النهاية', 'لا تسلم جواز سفرك لأحد'],
  callToAction: 'اسأل قبل السفر',
  language: 'ar',
})

export const slots: SlotValues = {
  'help-place': { value: 'Kantor dinas (contoh), Jalan Trikora 7, Salakan' },
  'help-hours': { value: 'Senin–Jumat, 08.00–15.00 WITA' },
  placed: { value: '459', source: 'Dinas kabupaten (contoh)', asOf: '2024-12-31' },
  'brought-home': { value: '22', source: 'Dinas kabupaten (contoh)', asOf: '2024-12-31' },
  reached: { value: '1.240', source: 'BP3MI (contoh)', asOf: '2025-12-31' },
}

/** The longest office name of the province. */
export const strip: Strip = {
  office: 'Dinas Tenaga Kerja dan Transmigrasi Kabupaten Banggai Kepulauan',
  contact: '0800 0000 7207 (contoh)',
  linkText: 'sinergi.example.go.id/t/k7qm2fa',
  linkTarget: 'HTTPS://SINERGI.EXAMPLE.GO.ID/T/K7QM2FA',
  credit: 'BP3MI Sulawesi Tengah',
  slots,
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
