import type { RegisterList } from '../register.ts'

/** What a column can say. Most are columns of the register; `licence` and `company` of a branch or an order name its company. */
export const fieldsOf = {
  companies: ['licence', 'name', 'state', 'valid_from', 'valid_until', 'city', 'address', 'phone', 'note'],
  branches: ['licence', 'company', 'city', 'permit', 'valid_until', 'address', 'phone'],
  orders: ['licence', 'company', 'number', 'country', 'job', 'quota', 'valid_until'],
} as const satisfies Record<RegisterList, readonly string[]>

export type Field = (typeof fieldsOf)[RegisterList][number]

/** Without these a row says nothing. */
export const requiredOf: Record<RegisterList, readonly Field[]> = {
  companies: ['licence', 'name'],
  branches: ['city'],
  orders: ['number', 'country', 'job'],
}

/** Longest text of each field; longer ones are most likely in the wrong column. */
export const mostLetters: Partial<Record<Field, number>> = {
  licence: 80,
  name: 200,
  company: 200,
  city: 120,
  permit: 80,
  number: 80,
  job: 160,
  address: 500,
  phone: 120,
  note: 500,
}

/** How headers call each field, the surest first: earlier words weigh more. Read in lower case, without signs. */
export const headerWords: Record<Field, RegExp[]> = {
  licence: [
    /\b(no|nomor|nomer)\b.*\b(izin|ijin|sip3mi|siup|siuppak|lisensi|sk)\b|\b(licen[cs]e|permit) (no|number)\b/,
    /\b(sip3mi|siup|siuppak|izin p3mi)\b/,
    /\b(izin|ijin|lisensi|licen[cs]e)\b/,
  ],
  name: [
    /\bnama (perusahaan|p3mi|pt|pptkis|badan)\b|\bcompany name\b/,
    /\b(perusahaan|p3mi|pptkis|company|agency)\b/,
    /\bnama\b|\bname\b/,
  ],
  company: [
    /\bnama (perusahaan|p3mi|pt|pptkis|pusat)\b|\bcompany name\b/,
    /\b(perusahaan|p3mi|pptkis|company|agency)\b/,
    /\bnama\b/,
  ],
  state: [/\bstatus\b|\bkeadaan\b/, /\bkondisi\b|\bstate\b/],
  valid_from: [/\b(mulai|terbit|sejak|dari|issued|from)\b/, /\b(tgl|tanggal) (sk|izin|ijin)\b/],
  valid_until: [
    /\b(sampai|hingga|berakhir|akhir|habis|expired?|expiry|until|kedaluwarsa|kadaluarsa)\b|\bs d\b/,
    /\bmasa berlaku\b|\bberlaku\b|\bvalid\b/,
  ],
  city: [/\b(kota|kabupaten|kab|city)\b/, /\b(lokasi|domisili|tempat|wilayah|provinsi|cabang)\b/],
  address: [/\balamat\b|\baddress\b/],
  phone: [/\b(telepon|telp|tlp|hp|phone)\b/, /\bkontak\b|\bcontact\b/],
  note: [/\b(keterangan|catatan|ket|note|notes|remarks)\b/],
  permit: [/\b(no|nomor|nomer)\b.*\b(izin|ijin|sk|cabang)\b/, /\b(izin|ijin) cabang\b/],
  number: [
    /\b(no|nomor|nomer)\b.*\b(job ?order|jo|pesanan|permintaan|order)\b|\bjob ?order (no|number)\b/,
    /\b(job ?order|pesanan kerja|jo)\b/,
  ],
  country: [/\bnegara\b|\bcountry\b/, /\b(tujuan|penempatan|destination)\b/],
  job: [/\b(jabatan|pekerjaan|posisi|job title|position)\b/, /\b(profesi|sektor|job)\b/],
  quota: [/\b(kuota|quota|jumlah|kebutuhan)\b/, /\b(orang|tenaga|number of workers)\b/],
}
