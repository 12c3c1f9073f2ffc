import type { CompiledRules } from './compile-rules.ts'
import { findPhrases, type Hit, type Indexed } from './find-phrases.ts'
import type { Facts } from './inspection.ts'
import type { Plausibility } from './plausibility.ts'
import type { SignalPlace } from './rule.ts'
import type { Speech } from './speech.ts'

/** Signals whose phrases stand in the text, where they must stand to count. */
export const spokenSignals = ({ signals }: CompiledRules, place: Indexed, speech: Speech): string[] =>
  signals.filter(signal => isSpoken(signal, place, speech)).map(({ id }) => id)

const isSpoken = (
  { phrases, evenDenied, only }: CompiledRules['signals'][number],
  place: Indexed,
  speech: Speech,
) => findPhrases(phrases, place, { evenDenied, enough: 1, passes: countsIn(only, speech) }).length > 0

const countsIn = (only: SignalPlace | undefined, speech: Speech) => (hit: Hit) => {
  if (only === 'asked') return speech.isAsked(hit.sentence)
  return only !== 'unquoted' || !speech.isQuoted(hit)
}

/** Signals that the facts of a text give. */
export const signalsOfFacts = (facts: Facts, data: Plausibility, length: number): string[] => {
  const abroad = facts.countries.filter(code => code !== 'ID')
  const placements = new Set(data.countries.filter(({ code }) => abroad.includes(code)).map(c => c.placement))
  const foreignWage = facts.wages.some(({ currency }) => currency !== 'IDR')
  const names: [string, boolean][] = [
    ['abroad', abroad.length > 0 || foreignWage],
    ['foreign-named', abroad.length > 0 || foreignWage],
    ['home-place', facts.countries.includes('ID')],
    ['closed-country', placements.has('closed')],
    ['limited-country', placements.has('limited')],
    ['company-named', facts.companies.length > 0],
    ['phone-named', facts.phones.length > 0],
    ['wage-named', facts.wages.length > 0],
    ['wage-high', facts.wages.some(wage => isHigh(wage, facts, data))],
    // Who names a job or a wage abroad is offering, in whatever words.
    ['offer', (abroad.length > 0 || foreignWage) && (facts.jobs.length > 0 || facts.wages.length > 0)],
    ['very-short', length < 12],
  ]
  return names.filter(([, is]) => is).map(([name]) => name)
}

const isHigh = ({ rupiah }: Facts['wages'][number], facts: Facts, data: Plausibility) => {
  const usual = data.wages
    .filter(
      ({ country, job }) =>
        facts.countries.includes(country) && (facts.jobs.length === 0 || facts.jobs.includes(job)),
    )
    .map(({ to, currency }) => to * (data.rates.find(rate => rate.currency === currency)?.rupiah ?? 1))
  return rupiah > (usual.length > 0 ? Math.max(...usual) * 1.5 : data.highWage.rupiah)
}
