/**
 * Words of somebody's text, fit to be shown to others: no number, address or name stays in it. Where it is in doubt it
 * hides too much. Figures of pay go as well: nobody can tell them from the figures of a telephone.
 */
export const masked = (text: string): string =>
  text.replace(address, hidden).replace(withDigit, hidden).replace(spoken, hidden).replace(named, '$1•••')

const hidden = '•••'

const address = /\S+@\S+|@\S+|(?:https?:\/\/|www\.|wa\.me\/|t\.me\/)\S+/giu

/** A run of words with a digit in each: 0812-3456, "O8l2 3456", B 1234567, "081 dua". */
const withDigit = /[\p{L}\p{N}+]*\p{N}[\p{L}\p{N}]*(?:[\s.,\-–()/]{0,3}[\p{L}]{0,2}\p{N}[\p{L}\p{N}]*)*/gu

const figures = 'nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan'
const spoken = new RegExp(`\\b(?:${figures})(?:[\\s,.-]+(?:${figures})\\b)+`, 'giu')

const title =
  'a\\.?n\\.?|atas nama|nama|bapak|pak|bpk|ibu|bu|mbak|mba|mas|bang|kak|kakak|om|tante|haji|hj|sdr|sdri|hubungi|chat'
/** A title and the two words after it. */
const named = new RegExp(`(?<!\\p{L})((?:${title})[\\s.:]+)\\p{L}+(?:[ \\t]+\\p{L}+)?`, 'giu')
