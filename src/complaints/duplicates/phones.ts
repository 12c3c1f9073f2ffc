import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Every telephone number in a text, as E.164, however it is written: 0812, 62812, +62 (0)812, 0062, with dots, or an O for a zero. */
export const phonesOf = (text: string): string[] => {
  const runs =
    text.replace(/(?<=[\d+\s.-])[oO](?=[\d\s.-]|$)|^[oO](?=8)/g, '0').match(/\+?[\d(][\d\s().-]{6,}\d/g) ?? []
  return [...new Set(runs.flatMap(numberIn))]
}

const numberIn = (run: string): string[] => {
  const digits = run.replace(/\D/g, '').replace(/^00/, '')
  const plain = digits.replace(/^620+/, '62')
  const international = plain.startsWith('62')
    ? plain
    : plain.startsWith('0')
      ? `62${plain.slice(1)}`
      : plain.startsWith('8') && !run.trim().startsWith('+')
        ? `62${plain}`
        : plain
  const phone = parsePhoneNumberFromString(`+${international}`)
  return phone?.isPossible() ? [phone.number] : []
}
