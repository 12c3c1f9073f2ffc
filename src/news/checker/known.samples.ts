import type { Content } from '../article.ts'
import type { Known } from './finding.ts'

/** The founding meeting as it is recorded, with the directory around it. */
export const known: Known = {
  facts: {
    kind: 'meeting',
    what: 'Rapat sinkronisasi program pencegahan',
    where: { place: 'Kantor Disnakertrans', code: '72.71', name: 'Kota Palu' },
    when: { start: '2026-02-02', zone: 'Asia/Makassar' },
    offices: ['BP3MI Sulawesi Tengah', 'Dinas Tenaga Kerja dan Transmigrasi Provinsi Sulawesi Tengah'],
    who: [{ name: 'Bima Prasetya', position: 'Koordinator', office: 'BP3MI Sulawesi Tengah' }],
    figures: [
      { name: 'kantor dinas', value: 13, source: 'Direktori kantor' },
      { name: 'peserta', value: 1250, source: 'Daftar hadir' },
    ],
  },
  offices: ['BP3MI Sulawesi Tengah', 'BP3MI Sulteng', 'Disnakertrans Sulteng', 'Disnakertrans'],
  people: ['Bima Prasetya', 'Ayu Wulandari'],
  places: ['Donggala', 'Parigi Moutong', 'Palu'],
  contacts: ['62451422000'],
  today: '2026-02-03',
}

export const content = (parts: Partial<Content> = {}): Content => ({
  title: 'Dua kantor menyatukan langkah',
  body: 'Dua kantor bertemu.',
  quotes: [],
  picture: undefined,
  pictureAlt: '',
  pictureConsent: '',
  ...parts,
})
