import { type Dice, pick } from './companies.ts'

/**
 * A company's name as somebody writes it: by thumbs on a small keyboard, by ear, by a camera, from memory.
 * Its rules come from how people and machines err, and know nothing of how names are matched.
 */
export const misspell = (roll: Dice, name: string): string => {
  let written = name
  const slips = pick(roll, [1, 1, 1, 2, 2])
  for (let slip = 0; slip < slips; slip++) written = pick(roll, kinds)(roll, written)
  return dress(roll, written)
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const neighbours = (letter: string): string => {
  for (const [row, keys] of keyboard.entries()) {
    const at = keys.indexOf(letter)
    if (at >= 0)
      return [keys[at - 1], keys[at + 1], keyboard[row - 1]?.[at], keyboard[row + 1]?.[at]].join('')
  }
  return letter
}

/** Changes one letter somewhere after the first of a word. */
const atLetter =
  (change: (roll: Dice, letter: string, next: string) => string) => (roll: Dice, name: string) => {
    const spots = [...name.matchAll(/(?<=[A-Za-z])[a-z]/g)].map(({ index }) => index)
    if (spots.length === 0) return name
    const at = pick(roll, spots)
    const changed = change(roll, name[at]!, name[at + 1] ?? '')
    return name.slice(0, at) + changed + name.slice(at + 1)
  }

const swapPairs = (pairs: [string, string][]) => (roll: Dice, name: string) => {
  const fitting = pairs.filter(([from]) => name.includes(from))
  if (fitting.length === 0) return fatThumb(roll, name)
  const [from, to] = pick(roll, fitting)
  return name.replace(from, to)
}

const fatThumb = atLetter((roll, letter) => pick(roll, [...neighbours(letter)]))
const missed = atLetter(() => '')
const twice = atLetter((_, letter) => letter + letter)
const thumbBetween = atLetter((roll, letter) => letter + pick(roll, [...neighbours(letter)]))
const hurried = (roll: Dice, name: string) => {
  const spots = [...name.matchAll(/(?<=[A-Za-z])[a-z](?=[a-z])/g)].map(({ index }) => index)
  if (spots.length === 0) return name
  const at = pick(roll, spots)
  return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
}
const byEar = swapPairs([
  ['u', 'oe'],
  ['j', 'dj'],
  ['c', 'tj'],
  ['y', 'j'],
  ['p', 'f'],
  ['f', 'p'],
  ['v', 'f'],
  ['z', 's'],
  ['h', ''],
  ['i', 'y'],
  ['k', 'kh'],
  ['d', 't'],
  ['g', 'k'],
  ['e', ''],
])
const byCamera = swapPairs([
  ['o', '0'],
  ['l', '1'],
  ['i', 'l'],
  ['l', 'I'],
  ['m', 'rn'],
  ['w', 'vv'],
  ['s', '5'],
  ['B', '8'],
  ['S', '5'],
  ['a', 'o'],
  ['e', 'c'],
  ['n', 'u'],
  ['g', 'q'],
])
const spaceLost = (roll: Dice, name: string) => {
  const spots = [...name.matchAll(/ /g)].map(({ index }) => index)
  if (spots.length === 0) return name
  const at = pick(roll, spots)
  return name.slice(0, at) + name.slice(at + 1).toLowerCase()
}
const spaceGained = (roll: Dice, name: string) => {
  const spots = [...name.matchAll(/(?<=[A-Za-z]{3})[a-z](?=[a-z]{2})/g)].map(({ index }) => index)
  if (spots.length === 0) return name
  const at = pick(roll, spots)
  return `${name.slice(0, at)} ${name.slice(at)}`
}
const orderChanged = (roll: Dice, name: string) => {
  const parts = name.split(' ')
  if (parts.length < 2) return name
  const at = Math.floor(roll() * (parts.length - 1))
  return parts
    .with(at, parts[at + 1]!)
    .with(at + 1, parts[at]!)
    .join(' ')
}
const shortened = swapPairs([
  ['Internasional', 'Intl'],
  ['Internasional', 'International'],
  ['Internasional', "Int'l"],
  ['Indonesia', 'Indo'],
  ['Indonesia', 'Ind.'],
  ['Sejahtera', 'Sejaht.'],
  ['Nusantara', 'Nus.'],
  ['Group', 'Grup'],
])

const kinds = [
  fatThumb,
  fatThumb,
  missed,
  missed,
  twice,
  thumbBetween,
  hurried,
  byEar,
  byEar,
  byCamera,
  byCamera,
  spaceLost,
  spaceGained,
  orderChanged,
  shortened,
]

const forms = ['PT ', 'PT. ', 'P.T. ', 'pt ', 'Pt.', 'PT', '', '', 'CV ', 'P T ']
const ends = [
  '',
  '',
  '',
  '',
  '',
  ', Tbk',
  ' cabang Cirebon',
  ' (Cab. Palu)',
  ' Jakarta',
  ' - kantor cabang Sukabumi',
  '.',
]
const cases = [
  (text: string) => text,
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
]

const dress = (roll: Dice, name: string) => pick(roll, cases)(pick(roll, forms) + name) + pick(roll, ends)
