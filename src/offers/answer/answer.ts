import type { Finding, Inspection, Level, Source, Span, Spoken, Tone } from '../check/inspection.ts'
import { masked } from './masked.ts'

/** Words that a finding rests on, with a little of what stands around them. */
export interface Quote {
  before: string
  words: string
  after: string
}

export interface ShownFinding {
  ruleId: string
  tone: Tone
  title: Spoken
  why: Spoken
  ask: Spoken
  source: Source
  quotes: Quote[]
}

/** What the register says of a name, as of the day its data is from; `asOf` is missing where no register is loaded. */
export interface CompanyStanding {
  /** The name as it was asked for; empty in a result that is kept. */
  asked: string
  asOf?: string | undefined
  found?:
    | { name: string; licence: 'valid' | 'expired' | 'suspended' | 'revoked'; jobOrder: boolean | undefined }
    | undefined
  /** Names of the register that look like it; never proof that one of them was meant. */
  near?: string[]
}

/** Everything that a person is told, and, once masked, everything that is kept of it when it is shared. */
export interface Answer {
  level: Level
  findings: ShownFinding[]
  countries: string[]
  jobs: string[]
  companies: CompanyStanding[]
  /** Units inspected, when the text was longer. */
  cutAt?: number | undefined
  /** In a language or script that the rules do not know. */
  unknownLanguage: boolean
  rules: number
  plausibility: number
}

export const mostInspected = 20_000

export const answerOf = (inspection: Inspection, text: string, companies: CompanyStanding[]): Answer => {
  const unknownLanguage = isForeign(text)
  const { level, findings, facts, rules, plausibility } = inspection
  return {
    // Nothing found in words that we cannot read says nothing at all.
    level: unknownLanguage && level === 'nothing-found' ? 'incomplete' : level,
    findings: findings.map(finding => shown(finding, text)),
    countries: facts.countries,
    jobs: facts.jobs,
    companies,
    cutAt: text.length > mostInspected ? mostInspected : undefined,
    unknownLanguage,
    rules,
    plausibility,
  }
}

/** The answer without anything that leads to a person: bare quotes, masked; a company only where the register knows it. */
export const withoutPersons = (answer: Answer): Answer => ({
  ...answer,
  findings: answer.findings.map(finding => ({
    ...finding,
    quotes: finding.quotes.map(({ words }) => ({ before: '', words: masked(words), after: '' })),
  })),
  companies: answer.companies.map(company => ({ ...company, asked: '' })),
})

const shown = ({ ruleId, tone, title, why, ask, source, spans }: Finding, text: string): ShownFinding => ({
  ruleId,
  tone,
  title,
  why,
  ask,
  source,
  quotes: spans.slice(0, mostQuotes).map(span => quoteOf(text, span)),
})

const mostQuotes = 3
const around = 48
const longestQuote = 160

const quoteOf = (text: string, { start, end }: Span): Quote => {
  const last = Math.min(end, start + longestQuote)
  const before = text.slice(Math.max(0, start - around), start)
  const after = text.slice(last, last + around)
  return {
    before: start > around ? `… ${fromWord(before)}` : before,
    words: text.slice(start, last),
    after: last + around < text.length ? `${toWord(after)} …` : after,
  }
}

// Cut at a space: half a word, or half an emoji, reads as a mistake.
const fromWord = (text: string) => (/\s/.test(text.trimEnd()) ? text.slice(text.search(/\s/) + 1) : '')
const toWord = (text: string) => (/\s/.test(text.trimStart()) ? text.slice(0, text.search(/\s\S*$/)) : '')

const isForeign = (text: string) => {
  const letters = text.slice(0, mostInspected).match(/\p{L}/gu) ?? []
  const latin = letters.filter(letter => /\p{Script=Latin}/u.test(letter))
  return letters.length > 0 && latin.length < letters.length / 2
}
