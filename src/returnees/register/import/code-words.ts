import { languages } from '../../../platform/i18n/language.tsx'
import type { Need, skills } from '../../returnee.ts'

type Skill = (typeof skills)[number]

/** Other words of lists for the same; our own words count as well. */
const words: Record<string, RegExp> = {
  'need-health': /sehat|sakit|obat/,
  'need-counselling': /konseling|trauma|psiko/,
  'need-unpaid-rights': /gaji|hak|hukum/,
  'need-documents': /dokumen|ktp|\bkk\b|paspor/,
  'need-debt': /utang|hutang/,
  'need-children': /anak|sekolah/,
  'need-housing': /rumah|tempat tinggal/,
  'need-training': /pelatihan|latih|kursus/,
  'need-work': /pekerjaan|lapangan kerja|kerja/,
  'need-capital': /modal|usaha|kur\b/,
  'skill-care': /rawat|lansia|bayi/,
  'skill-household': /rumah tangga|\bart\b/,
  'skill-cooking': /masak|kue|kuliner|boga/,
  'skill-sewing': /jahit|bordir/,
  'skill-farming': /tani|kebun|ternak/,
  'skill-fishing': /ikan|laut|nelayan/,
  'skill-building': /bangunan|tukang|las\b/,
  'skill-driving': /sopir|supir|mengemudi/,
  'skill-machines': /mesin|bengkel|listrik/,
  'skill-trade': /dagang|jual/,
  'skill-language': /bahasa/,
  'skill-computer': /komputer/,
}

/** The codes whose words stand in a cell. */
export const codesIn = <C extends Need | Skill>(
  kind: 'need' | 'skill',
  codes: readonly C[],
  cell: string,
): C[] => {
  const text = cell.toLowerCase()
  if (text === '') return []
  return codes.filter(
    code =>
      words[`${kind}-${code}`]?.test(text) ||
      text.includes(languages.id.t(`returnees.${kind}-${code}` as 'returnees.need-health').toLowerCase()),
  )
}
