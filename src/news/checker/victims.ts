import { type Known, placesOf, type Rule } from './finding.ts'

/** Nobody who was harmed is named: initials at most, and those with recorded consent. Rule: mission.md. */
export const victims: Rule = {
  name: 'victims',
  look: (text, known) => [
    ...placesOf(text, named)
      .filter(({ match }) => !isKnown(match[2]!, known))
      .map(({ match, end }) => ({
        start: end - match[2]!.length,
        end,
        why: 'check.victim' as const,
        fix: initialsOf(match[2]!),
      })),
    ...placesOf(text, initialled).map(({ match, end }) => ({
      start: end - match[1]!.length,
      end,
      why: 'check.initials' as const,
    })),
  ],
}

const who = String.raw`(?:[Kk]orban|[Pp]enyintas|[Ss]aksi|[Pp]elapor|PMI-B|PMI [Bb]ermasalah|PMI asal [\p{Lu}][\p{L}]+)`
const called = String.raw`(?:,? (?:yang )?(?:bernama|atas nama|yaitu|yakni|adalah|dengan nama|a\.n\.)|,)?`
const name = String.raw`\p{Lu}\p{Ll}+(?: (?:binti |bin )?\p{Lu}\p{Ll}+)*`

const named = new RegExp(`(${who}${called}|\\b(?:bernama|atas nama|a\\.n\\.)) (${name})`, 'gu')
const initialled = new RegExp(
  String.raw`(?:${who}${called}|berinisial|inisial) (\p{Lu}\.?(?:\s?\p{Lu}\.)+|\p{Lu}{1,3}\b(?= ?\())`,
  'gu',
)

/** Offices, places and officials may stand behind such a word. */
const isKnown = (found: string, { people, offices, places }: Known) => {
  const lower = found.toLowerCase()
  return [...people, ...offices, ...places, 'Indonesia', 'Sulawesi Tengah'].some(one => {
    const right = one.toLowerCase()
    return right === lower || right.startsWith(`${lower} `) || lower.startsWith(`${right} `)
  })
}

const initialsOf = (found: string) =>
  found
    .split(' ')
    .filter(part => !/^bin(?:ti)?$/.test(part))
    .map(part => `${part[0]}.`)
    .join('')
