import type { Dice } from './dice.ts'

// How officers, families and neighbours write one and the same name. Made from forms and letters seen in practice, without a
// look at how names are compared.
const forms: Record<string, string[]> = {
  Muhammad: ['Moh.', 'Muh.', 'Mohamad', 'Mohammad', 'Muhamad', 'Moch', 'M.', 'Mohd', 'Mochamad', 'muh'],
  Siti: ['St.', 'Sitti', 'Siti', 'St', 'Sity'],
  Sitti: ['Siti', 'St.'],
  Nur: ['Noor', 'Noer', 'Nur'],
  Abdul: ['Abd.', 'Abd', 'Abdoel'],
  Ahmad: ['Achmad', 'Akhmad', 'Ahmat', 'Ahmed'],
  Yusuf: ['Jusuf', 'Yusup', 'Yoesoef'],
  Aisyah: ['Aisah', 'Aisya', 'Aysah'],
  Fatimah: ['Patimah', 'Fatima'],
  Khadijah: ['Hadijah', 'Khadija'],
  Zainuddin: ['Zaenuddin', 'Jainudin', 'Sainuddin'],
  Zulkifli: ['Julkifli', 'Zulkipli'],
  Yohanis: ['Johanis', 'Yohannes'],
  Rizki: ['Rizky', 'Riski', 'Rizqi'],
  Nurhayati: ['Nur Hayati', 'Noerhayati', 'Nurhajati'],
  Nuraini: ['Nur Aini', "Nur'aini"],
  Nurjannah: ['Nur Jannah', 'Nurjanah'],
  Nurlaela: ['Nurlaila', 'Nur Laela'],
}

const letters: [RegExp, string][] = [
  [/u/, 'oe'],
  [/(.)\1/, '$1'],
  [/dd/, 'd'],
  [/y$/, 'i'],
  [/i$/, 'y'],
  [/f/, 'p'],
  [/v/, 'f'],
  [/z/, 's'],
  [/sy/, 's'],
  [/h$/, ''],
  [/e/, 'i'],
  [/ai/, 'ae'],
  [/ti$/, 'thi'],
  [/n/, 'nn'],
  [/l/, 'll'],
  [/j/, 'dj'],
  [/c/, 'tj'],
  [/d$/, 't'],
]

const beside: Record<string, string> = {
  a: 's',
  s: 'd',
  i: 'o',
  n: 'm',
  r: 't',
  t: 'y',
  e: 'r',
  u: 'i',
  l: 'k',
  d: 'f',
}

export const miswrite = (dice: Dice, name: string): string => {
  let words = name.split(' ').map(word => respell(dice, word))
  if (words.length > 2 && dice.chance(0.2)) words = words.toSpliced(dice.whole(0, words.length - 1), 1)
  else if (words.length === 2 && dice.chance(0.06)) words = [dice.pick(words)]
  if (words.length > 1 && dice.chance(0.08)) words = [...words.slice(1), words[0]!]
  if (dice.chance(0.12)) words = slip(dice, words)
  if (dice.chance(0.1)) words = [dice.pick(['Ibu', 'Hj.', 'Bapak', 'Sdri.', 'Sdr.']), ...words]
  const written = words.join(' ')
  return dice.chance(0.12) ? written.toUpperCase() : dice.chance(0.1) ? written.toLowerCase() : written
}

const respell = (dice: Dice, word: string) => {
  if (forms[word] && dice.chance(0.55)) return dice.pick(forms[word])
  if (!dice.chance(0.25)) return word
  const [from, to] = dice.pick(letters)
  return word.replace(from, to)
}

/** One slip of the finger somewhere. */
const slip = (dice: Dice, words: string[]) => {
  const place = dice.whole(0, words.length - 1)
  const word = words[place]!
  if (word.length < 4) return words
  const at = dice.whole(1, word.length - 2)
  const slipped = dice.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    word.slice(0, at) + (beside[word[at]!] ?? word[at]) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
  ])
  return words.with(place, slipped)
}

/** One number, in the ways people write it. @param digits without the country, beginning with 8 */
export const writePhone = (dice: Dice, digits: string): string => {
  const groups = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)]
  return dice.pick([
    `0${digits}`,
    `0${groups.join('-')}`,
    `0${groups.join(' ')}`,
    `+62${digits}`,
    `+62 ${groups.join('-')}`,
    `62${digits}`,
    digits,
    `0${groups.join('.')}`,
    `+62 (0)${groups.join(' ')}`,
    `WA 0${digits}`,
    `0${digits} (telepon malam saja)`,
  ])
}
