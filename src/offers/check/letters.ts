/** One letter or digit as it is compared, with where it stood in the text as given. */
export interface Letter {
  char: string
  start: number
  end: number
}

/** Letters of other scripts, and signs, that are put in place of ours. */
const lookalikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ο: 'o',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  τ: 't',
  ρ: 'p',
  υ: 'u',
  ı: 'i',
  ł: 'l',
  ø: 'o',
}

/** Not seen by a reader: zero width, direction overrides, soft hyphens, variation selectors, marks on letters. */
const unseen = /\p{Mn}|\p{Cf}/u
const joining = /[\p{L}\p{N}]/u

/**
 * The text letter by letter, in the plainest form: compatibility forms undone, lower case, marks and what cannot be seen left
 * out. Everything else becomes one sign: a space, or the sign itself where it ends or divides a sentence.
 */
export const lettersOf = (text: string): Letter[] => {
  const letters: Letter[] = []
  let start = 0
  for (const point of text) {
    const end = start + point.length
    for (const char of plain(point)) letters.push({ char, start, end })
    start = end
  }
  return letters
}

const plain = (point: string): string => {
  if (point >= ' ' && point <= '~') return dividing.has(point) ? point : asciiOf(point)
  if (point === '\n') return point
  const known = cache.get(point)
  if (known !== undefined) return known
  const made = [...point.normalize('NFKD').toLowerCase()].map(one).join('')
  if (cache.size < 5000) cache.set(point, made)
  return made
}

const one = (char: string): string => {
  if (unseen.test(char)) return ''
  const seen = lookalikes[char] ?? char
  return joining.test(seen) || dividing.has(seen) || money.has(seen) ? seen : ' '
}

const asciiOf = (char: string) => {
  const lower = char.toLowerCase()
  return /[a-z0-9]/.test(lower) ? lower : (inside[lower] ?? ' ')
}

// A sign inside a word stands for the letter it looks like; the words put it right where it stands alone.
const inside: Record<string, string> = { '@': '@', $: '$' }
const money = new Set(['€', '£', '¥'])

const dividing = new Set([
  '.',
  ',',
  '!',
  '?',
  ';',
  ':',
  '\n',
  '-',
  '/',
  '+',
  '%',
  '=',
  '(',
  ')',
  '&',
  '*',
  "'",
])
const cache = new Map<string, string>()
