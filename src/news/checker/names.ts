import { distance } from 'fastest-levenshtein'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { type Hit, type Known, placesOf, type Rule } from './finding.ts'

/** Names of people, offices and places are written as the directory has them. */
export const names: Rule = {
  name: 'names',
  look: (text, known) => {
    const words = placesOf(text, /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)
    const right = new Set(all(known).map(({ name }) => name.toLowerCase()))
    const hits: Hit[] = []
    for (const { name, why } of all(known)) {
      const length = name.split(/\s+/).length
      for (let first = 0; first + length <= words.length; first++) {
        const [start, end] = [words[first]!.start, words[first + length - 1]!.end]
        const found = text.slice(start, end)
        if (right.has(found.toLowerCase()) || !isSlip(found, name)) continue
        if (hits.some(hit => hit.start < end && start < hit.end)) continue
        hits.push({ start, end, why, values: { right: name }, fix: name })
      }
    }
    return hits.sort((a, b) => a.start - b.start)
  },
}

/** Longer names first: what is said of a whole name is not said again of a part of it. */
const all = ({ people, offices, places }: Known): { name: string; why: MessageKey }[] =>
  [
    ...people.map(name => ({ name, why: 'check.person' as const })),
    ...offices.map(name => ({ name, why: 'check.office' as const })),
    ...places.map(name => ({ name, why: 'check.place' as const })),
  ]
    .filter(({ name }) => name.length >= shortest)
    .sort((a, b) => b.name.length - a.name.length)

/** Shorter names are one letter away from too many words. */
const shortest = 6

/** One letter off, or two in a long name; capital letters are no slip, and every word stays near its own. */
const isSlip = (found: string, name: string) => {
  if (!/^\p{Lu}/u.test(found)) return false
  const [a, b] = [found.toLowerCase(), name.toLowerCase()]
  const allowed = name.length < 9 ? 1 : 2
  if (Math.abs(a.length - b.length) > allowed || distance(a, b) > allowed) return false
  const theirs = b.split(/\s+/)
  return a.split(/\s+/).every((word, place) => /\d/.test(word) === /\d/.test(theirs[place]!))
}
