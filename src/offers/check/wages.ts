import type { Facts, Span } from './inspection.ts'
import type { Plausibility } from './plausibility.ts'
import type { Word } from './words.ts'

type Wage = Facts['wages'][number]

const times: Record<string, number> = { juta: 1e6, jutaan: 1e6, ribu: 1e3, k: 1e3, million: 1e6 }
const perMonth: Record<string, number> = {
  hari: 26,
  day: 26,
  minggu: 4.33,
  week: 4.33,
  jam: 208,
  hour: 208,
  tahun: 1 / 12,
  year: 1 / 12,
}
const wageWords = new Set([
  'gaji',
  'salary',
  'upah',
  'penghasilan',
  'pendapatan',
  'income',
  'bayaran',
  'gajian',
  'gapok',
  'pokok',
  'wage',
  'wages',
  'earn',
  'earning',
  'komisi',
  'bersih',
  'hasil',
])
const feeWords = new Set([
  'biaya',
  'dp',
  'transfer',
  'admin',
  'administrasi',
  'potongan',
  'potong',
  'modal',
  'deposit',
  'fee',
  'cost',
  'bayar',
  'uang',
  'denda',
  'tiket',
  'pinjaman',
])
const monthWords = new Set(['bulan', 'month', 'monthly', 'perbulan', 'bulanan'])

/** Wages that a text names, each a month, in the currency said and in rupiah. */
export const wagesOf = (words: readonly Word[], { rates }: Plausibility): Wage[] => {
  const currencies = new Map(rates.flatMap(rate => rate.names.map(name => [name, rate] as const)))
  return words.flatMap((word, at) => {
    const amount = amountAt(words, at)
    if (!amount || !isWage(words, at, amount.end)) return []
    const rate =
      currencyNear(words, at, amount.end, currencies) ?? rates.find(({ currency }) => currency === 'IDR')
    const monthly = amount.value * periodAfter(words, amount.end)
    const rupiah = Math.round(monthly * (rate?.rupiah ?? 1))
    if (!rate || rupiah < 300_000 || rupiah > 2e9) return []
    const span: Span = { start: word.start, end: words[amount.end - 1]!.end }
    return [{ amount: monthly, currency: rate.currency, rupiah, span }]
  })
}

/** @returns the number that begins here with what multiplies it, and the index after it */
const amountAt = (words: readonly Word[], at: number) => {
  const value = numberOf(words[at]!.text)
  if (value === undefined) return undefined
  const multiplier = times[words[at + 1]?.text ?? '']
  if (multiplier) return { value: value * multiplier, end: at + 2 }
  // "3 - 5 juta": the unit of the second number holds for the first.
  const second = numberOf(words[at + 1]?.text ?? '') ?? numberOf(words[at + 2]?.text ?? '')
  const shared =
    second !== undefined && (times[words[at + 2]?.text ?? ''] ?? times[words[at + 3]?.text ?? ''])
  return { value: shared && value < 1000 ? value * shared : value, end: at + 1 }
}

const numberOf = (text: string): number | undefined => {
  if (!/^\d[\d.,]*$/.test(text)) return undefined
  const whole = /^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(',', '.')
  const value = Number(whole)
  return Number.isFinite(value) && value > 0 ? value : undefined
}

const isWage = (words: readonly Word[], at: number, end: number) => {
  const { sentence } = words[at]!
  for (let back = 1; back <= 7; back++) {
    const word = words[at - back]
    if (!word || word.sentence < sentence - 1) break
    if (feeWords.has(word.text)) return false
    if (wageWords.has(word.text)) return true
  }
  return words.slice(end, end + 3).some(word => word.sentence === sentence && monthWords.has(word.text))
}

const currencyNear = <T>(
  words: readonly Word[],
  at: number,
  end: number,
  currencies: ReadonlyMap<string, T>,
) =>
  [words[at - 1], words[end], words[at - 2], words[end + 1]]
    .map(word => word && currencies.get(word.text))
    .find(found => found !== undefined)

const periodAfter = (words: readonly Word[], end: number) => {
  const near = words.slice(end, end + 4).filter(({ sentence }) => sentence === words[end - 1]!.sentence)
  for (const { text } of near) {
    if (monthWords.has(text)) return 1
    if (perMonth[text]) return perMonth[text]
  }
  return 1
}
