/** What a list of returned workers may tell. */
export const listFields = [
  'name',
  'nik',
  'passport',
  'bornOn',
  'sex',
  'phone',
  'district',
  'village',
  'address',
  'country',
  'month',
  'needs',
  'skills',
  'family',
] as const
export type ListField = (typeof listFields)[number]

// Looked at from above: what is more particular stands first.
const titles: [RegExp, ListField][] = [
  [/\bnik\b|no\.? ?ktp|nomor induk/, 'nik'],
  [/paspor|passport|splp/, 'passport'],
  [/lahir|\bttl\b|birth/, 'bornOn'],
  [/keluarga|wali|darurat|family/, 'family'],
  [/^(l\/p|jk|sex|gender)$|kelamin/, 'sex'],
  [/\b(hp|wa|telp|tlp|telepon|phone|ponsel)\b/, 'phone'],
  [/desa|kelurahan|village/, 'village'],
  [/\bkab\b|kab\.|kabupaten|kota|daerah asal|^asal|district/, 'district'],
  [/alamat|address/, 'address'],
  [/negara|country|penempatan/, 'country'],
  [/pulang|kembali|kepulangan|return/, 'month'],
  [/kebutuhan|need/, 'needs'],
  [/keterampilan|keahlian|skill/, 'skills'],
  [/nama|name/, 'name'],
]

export const fieldOfTitle = (title: string): ListField | undefined => {
  const words = title.toLowerCase().replace(/\s+/g, ' ').trim()
  return titles.find(([pattern]) => pattern.test(words))?.[1]
}

/** Which column tells what; the first of two that say the same counts. */
export const columnsOf = (header: readonly string[]): Map<ListField, number> => {
  const columns = new Map<ListField, number>()
  for (const [place, title] of header.entries()) {
    const field = fieldOfTitle(title)
    if (field && !columns.has(field)) columns.set(field, place)
  }
  return columns
}

/** A header names the people and at least one thing of them. */
export const isHeader = (cells: readonly string[]) => {
  const columns = columnsOf(cells)
  return columns.has('name') && columns.size >= 2
}
