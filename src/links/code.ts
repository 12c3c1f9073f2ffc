import { randomInt } from 'node:crypto'

/** Without I, L, O, 0 and 1, which people mistake for one another. 31 is a prime, which the check needs. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const freeLength = 6

/**
 * A new code: random characters and one that checks them. Six are about 890 million codes, enough for links; what must
 * not be guessed takes nine (44 bits).
 */
export const newCode = (length = freeLength): string => {
  const free = Array.from({ length }, () => letters[randomInt(letters.length)]!).join('')
  return free + checkOf(free)
}

/** Whether a code can exist: one mistyped character, or two neighbours swapped, never pass. */
export const isCode = (text: string, length = freeLength): boolean =>
  text.length === length + 1 &&
  [...text].every(letter => letters.includes(letter)) &&
  checkOf(text.slice(0, length)) === text[length]

// Weights 1 to 29 at most and, for the check itself, -1: all different and none zero modulo a prime, so every single change shows.
const checkOf = (free: string) =>
  letters[
    [...free].reduce((sum, letter, place) => sum + (place + 1) * letters.indexOf(letter), 0) % letters.length
  ]!
