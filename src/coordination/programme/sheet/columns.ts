import { type Cell, isBlank, type Sheet } from '../../../offers/index.ts'

/** The columns of a plan as a sheet, in the order in which it is written. */
export const columns = [
  'kind',
  'title',
  'placeCode',
  'place',
  'venue',
  'audience',
  'startsOn',
  'startTime',
  'endsOn',
  'endTime',
  'timeZone',
  'owners',
  'people',
  'expected',
  'reached',
] as const
export type Column = (typeof columns)[number]

/** What offices call them; the first that fits a title is meant, so the narrower come first. */
const titleWords: Record<Column, RegExp> = {
  placeCode: /^kode( wilayah)?$|^place code$/,
  startTime: /^(jam|pukul|waktu)( mulai)?$|^start time$/,
  endTime: /^(jam|pukul|waktu) (selesai|akhir|berakhir)$|^end time$/,
  endsOn: /^(tanggal|tgl|hari) (selesai|akhir|berakhir)$|^last day$/,
  startsOn: /^(hari ?)?(tanggal|tgl|hari)( (mulai|pelaksanaan|kegiatan))?$|^first day$/,
  timeZone: /^zona( waktu)?$|^time zone$/,
  kind: /^jenis( kegiatan)?$|^kind$/,
  title: /^(judul|nama kegiatan|kegiatan|uraian kegiatan|acara)$|^title$/,
  venue: /^(tempat|lokasi kegiatan|gedung|alamat)$|^venue$/,
  place: /^(wilayah|lokasi|desa( kelurahan)?|kecamatan|kabupaten( kota)?)$|^place$/,
  audience: /^sasaran( peserta)?$|^(peserta|audience)$/,
  owners: /^(kantor|instansi|penyelenggara|kantor pemilik|pelaksana)$|^offices$/,
  people: /^(penanggung jawab|petugas|narasumber|pic)$|^people in charge$/,
  expected: /^(target|target peserta|jumlah peserta|rencana peserta)$|^expected$/,
  reached: /^(realisasi|peserta hadir|tercapai|realisasi peserta)$|^reached$/,
}

export interface Found {
  rows: Cell[][]
  /** The row of the titles, counted from 0. */
  header: number
  titles: string[]
  at: Partial<Record<Column, number>>
}

/** The sheet and the row whose titles say most. @returns nothing when none says what a plan needs */
export const findColumns = (sheets: Sheet[]): Found | undefined => {
  const candidates = sheets.flatMap(({ rows }) =>
    rows.slice(0, lookedAt).map((row, header) => ({ rows, header, ...read(row) })),
  )
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (a, b) => (!a || Object.keys(b.at).length > Object.keys(a.at).length ? b : a),
    undefined,
  )
  return best && 'title' in best.at && 'startsOn' in best.at ? best : undefined
}

/** Letterheads can stand above the titles. */
const lookedAt = 30

const read = (row: Cell[]) => {
  const titles = row.map(cell => (isBlank(cell) ? '' : String(cell)))
  const at: Found['at'] = {}
  titles.forEach((title, place) => {
    const column = columnOf(title)
    // A title merged over several columns means the first of them.
    if (column && at[column] === undefined) at[column] = place
  })
  return { titles, at }
}

const columnOf = (title: string) => {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return (Object.keys(titleWords) as Column[]).find(column => titleWords[column].test(plain))
}
