import type { Locale } from '../../platform/i18n/messages.ts'

/**
 * How serious the whole is. There is no level that means "safe": nothing-found says only that nothing suspicious stands in
 * what was given.
 */
export const levels = ['danger', 'warnings', 'incomplete', 'nothing-found'] as const
export type Level = (typeof levels)[number]

/** What one finding is: grave by itself, a warning, something an official offer says and this one does not, or a good sign. */
export const tones = ['danger', 'warning', 'missing', 'good'] as const
export type Tone = (typeof tones)[number]

export type Spoken = Record<Locale, string>

/** Where a rule comes from. */
export interface Source {
  title: string
  url?: string | undefined
  /** The day somebody read it, ISO 8601. */
  readOn: string
}

/** A piece of the text as the person gave it: UTF-16 offsets, end excluded. */
export interface Span {
  start: number
  end: number
}

export interface Finding {
  ruleId: string
  tone: Tone
  weight: number
  /** The words it rests on; none when it rests on something that is not said. In order, without overlap. */
  spans: Span[]
  title: Spoken
  why: Spoken
  ask: Spoken
  source: Source
}

/** What the text seems to say of itself, read without judging. */
export interface Facts {
  countries: string[]
  jobs: string[]
  companies: { name: string; span: Span }[]
  phones: { e164: string; span: Span }[]
  /** Per month, in the currency said, and in rupiah by the rate in the plausibility data. */
  wages: { amount: number; currency: string; rupiah: number; span: Span }[]
}

export interface Inspection {
  level: Level
  findings: Finding[]
  facts: Facts
  /** Versions of the rules and of the plausibility data it was made with. */
  rules: number
  plausibility: number
}
