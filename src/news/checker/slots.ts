import { placesOf, type Rule } from './finding.ts'

/** What the draft asked for and nobody has filled: [tempat]. */
export const slots: Rule = {
  name: 'slots',
  look: text =>
    placesOf(text, /\[[^\]\n]{1,80}\]/g).map(({ start, end }) => ({ start, end, why: 'check.slot' })),
}
