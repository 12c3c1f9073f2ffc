import type { LetterKind } from './letter.ts'
import { ruleOf } from './letter.ts'

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * As offices number their letters: 012/BAST/BP3MI-SULTENG/XI/2026. A corrected letter keeps its number, with REV.2 behind it.
 * @param day on which the number was given
 */
export const numberOf = (
  kind: LetterKind,
  office: string,
  day: Temporal.PlainDate,
  serial: number,
  version = 1,
): string =>
  [
    String(serial).padStart(3, '0'),
    ruleOf(kind).code,
    office
      .trim()
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-'),
    romans[day.month - 1],
    `${day.year}${version > 1 ? ` REV.${version}` : ''}`,
  ].join('/')

/** S. R. of Siti Rahmawati: what stands in a letter as long as nobody opened the identity with a motive. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(word => `${[...word][0]!.toUpperCase()}.`)
    .join(' ')
