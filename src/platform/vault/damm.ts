// Table of order 10 from H. Michael Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004: it finds every single
// wrong digit and every swap of two neighbours.
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** The digit that, put behind, makes the whole check out. */
export const checkDigit = (digits: string): string =>
  [...digits].reduce((interim, digit) => table[Number(interim)]![Number(digit)]!, '0')

export const checksOut = (digits: string) => checkDigit(digits) === '0'
