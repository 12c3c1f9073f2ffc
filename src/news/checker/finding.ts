import type { MessageKey, Values } from '../../platform/i18n/messages.ts'
import type { RecordedFacts } from '../facts.ts'

/** What a text is held against. */
export interface Known {
  facts: RecordedFacts
  /** Full and short names of offices, and of the places they serve. */
  offices: string[]
  /** Names of people that are in the directory or in the recorded facts. */
  people: string[]
  places: string[]
  /** Telephone numbers of offices that somebody verified, digits only with the country's code: 62451... */
  contacts: string[]
  /** The day of the desk: for dates without a year where nothing is recorded. */
  today: string
}

/** What a rule found at a place of a text. */
export interface Hit {
  start: number
  end: number
  why: MessageKey
  values?: Values
  /** What ought to stand there, where the rule is sure. */
  fix?: string
}

export interface Rule {
  name: string
  /** Must be mended: no reason lets it stand. */
  blocks?: true
  look(text: string, known: Known): Hit[]
}

export interface Finding extends Hit {
  /** The same finding has the same name as long as the text around it stays. */
  id: string
  rule: string
  field: string
  found: string
  blocks: boolean
}

/** Every place where a pattern stands; the pattern has the global sign. */
export const placesOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(match => ({
    match,
    start: match.index,
    end: match.index + match[0].length,
  }))
