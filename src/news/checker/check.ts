import { createHash } from 'node:crypto'
import type { Content } from '../article.ts'
import { abbreviations } from './abbreviations.ts'
import { figures } from './figures.ts'
import type { Finding, Known, Rule } from './finding.ts'
import { names } from './names.ts'
import { personalNumbers } from './personal-numbers.ts'
import { pictureFindings } from './picture.ts'
import { slots } from './slots.ts'
import { victims } from './victims.ts'
import { weekday } from './weekday.ts'
import { year } from './year.ts'

export const rules: Rule[] = [personalNumbers, victims, weekday, year, names, figures, abbreviations, slots]

/** Everything in an article that somebody should look at before it goes out; the same text gives the same findings. */
export const check = (content: Content, known: Known): Finding[] => [
  ...textsOf(content).flatMap(([field, text]) => checkText(field, text, known)),
  ...pictureFindings(content),
]

/** The texts of an article by the name of their field. */
export const textsOf = (content: Content): [field: string, text: string][] => [
  ['title', content.title],
  ['body', content.body],
  ...content.quotes.flatMap(({ person, office, words }, index): [string, string][] => [
    [`person.${index}`, person],
    [`office.${index}`, office],
    [`words.${index}`, words],
  ]),
  ['pictureAlt', content.pictureAlt],
]

const checkText = (field: string, text: string, known: Known): Finding[] => {
  const taken: Finding[] = []
  for (const rule of rules)
    for (const hit of rule.look(text, known)) {
      // Digits of a passport are no figure as well: the first rule that minds a place speaks for it.
      if (taken.some(one => one.start < hit.end && hit.start < one.end)) continue
      const found = text.slice(hit.start, hit.end)
      const before = text.slice(Math.max(0, hit.start - 12), hit.start)
      taken.push({
        ...hit,
        id: idOf(rule.name, field, before, found),
        rule: rule.name,
        field,
        found,
        blocks: rule.blocks ?? false,
      })
    }
  return taken.sort((a, b) => a.start - b.start)
}

const idOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
