/** Words that turn around what stands beside them. */
export const negators = ['tidak', 'tanpa', 'bukan', 'jangan', 'tak', 'no', 'not', 'without', 'never', 'belum']

export const isNegator = (word: string) => negators.includes(word)

/** What may follow a prohibition that stands behind the words it forbids; "do not worry" after them forbids nothing. */
const forbidden = [
  'ikut',
  'ikutan',
  'daftar',
  'mendaftar',
  'dipakai',
  'pakai',
  'digunakan',
  'dipergunakan',
  'dilakukan',
  'diikuti',
  'dipercaya',
  'percaya',
  'kerja',
  'bekerja',
  'berangkat',
  'diberangkatkan',
  'melamar',
  'mau',
  'coba',
  'be',
  'accepted',
  'used',
]

const none = ['ada', 'bisa', 'diterima', 'dilayani']

/** Whether the words right after something say that there is none of it, or that it is not allowed. */
export const isRefusedBy = ([first, second, third]: readonly string[]) => {
  if (first === 'tidak' && none.includes(second ?? '')) return true
  if (first === 'dilarang' || (first === 'not' && second === 'allowed')) return true
  const what = first === 'jangan' ? second : third
  const forbids = first === 'jangan' || (first === 'tidak' && ['boleh', 'dibenarkan'].includes(second ?? ''))
  return forbids && (what === undefined ? first !== 'jangan' : forbidden.includes(what))
}
