const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'pebruari'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'aug', 'ags'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

/** A day as lists write it: 2027-01-12, 12/01/2027, 12 Januari 2027, or a spreadsheet's serial number. @returns ISO, or nothing */
export const dayOfCell = (cell: string): string | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(cell)
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!)
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(cell)
  if (local) return day(local[3]!, local[2]!, local[1]!)
  const words = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/i.exec(cell)
  if (words) return day(words[3]!, monthOf(words[2]!), words[1]!)
  // Serials between 1990 and 2090; day 1 is 1 January 1900 in a calendar with a 29 February 1900.
  const serial = /^\d{5}(\.\d+)?$/.test(cell) ? Math.floor(Number(cell)) : 0
  if (serial > 32_874 && serial < 69_400)
    return String(Temporal.PlainDate.from('1899-12-30').add({ days: serial }))
  return undefined
}

const monthOf = (word: string) => String(months.findIndex(names => names.includes(word.toLowerCase())) + 1)

const day = (year: string, month: string, date: string) => {
  try {
    return String(Temporal.PlainDate.from({ year: +year, month: +month, day: +date }, { overflow: 'reject' }))
  } catch {
    return undefined
  }
}
