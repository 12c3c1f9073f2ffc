import { typeset } from '../src/platform/documents/typeset.ts'
import { rasterise } from '../src/platform/images/raster.ts'

/** A picture of these lines, as a recruiter would post it. */
export const posterOf = (lines: string[], ground = '#fff3c4', ink = '#1c1c3a'): Promise<Buffer> =>
  rasterise(typeset({ template: 'test/poster.typ', data: { lines, ground, ink } }).svg(), {
    width: 1080,
    height: 1350,
    format: 'png',
  })

export const doubtfulPoster = [
  'LOWONGAN KERJA ARAB SAUDI',
  'Gaji besar, proses cepat',
  'Visa ziarah dulu, nanti diurus di sana',
  'Paspor dipegang kantor sampai potongan lunas',
  'Hubungi 0812-3456-7890',
]
