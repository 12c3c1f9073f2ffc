import type { CompiledRule, CompiledRules } from './compile-rules.ts'
import { factsOf } from './facts.ts'
import { findPhrases, type Hit, type Indexed, indexed } from './find-phrases.ts'
import type { Facts, Finding, Inspection, Level, Span } from './inspection.ts'
import type { Plausibility } from './plausibility.ts'
import type { Rule, RuleSet } from './rule.ts'
import { signalsOfFacts, spokenSignals } from './signals.ts'
import { type Speech, speechOf } from './speech.ts'
import { isCalling, type Voice, voiceOf } from './voice.ts'
import { wordsOf } from './words.ts'

/**
 * Reads an offer and says what was found in it, each finding with the words it rests on. Deterministic; the cost is bounded
 * whatever the text is. Only the first `longestInspected` units are looked at.
 */
export const inspectOffer = (
  text: string,
  compiled: CompiledRules,
  data: Plausibility,
  versions: { rules: number; plausibility: number } = { rules: 0, plausibility: 0 },
): Inspection => {
  const words = wordsOf(text, compiled.vocabulary)
  const place = indexed(words)
  const speech = speechOf(text, words)
  const facts = factsOf(text, words, data)
  const signals = new Set([
    ...spokenSignals(compiled, place, speech),
    ...signalsOfFacts(facts, data, words.length),
  ])
  const voice = isOnlyTrip(signals) ? 'mixed' : voiceOf(compiled.set.voice, signals)
  if (voice === 'tells') signals.add('tells')
  if (isCalling(compiled.set.voice, signals)) signals.add('called')
  const cautions = findPhrases(compiled.cautions, place)
  const findings = compiled.rules
    .filter(({ rule }) => speaks(rule, voice))
    .flatMap(compiledRule => {
      const { tone } = compiledRule.rule
      const spans = spansOf(compiledRule, place, signals, facts, tone === 'good' ? [] : cautions)
      return spans ? [findingOf(compiledRule.rule, spans)] : []
    })
  const level = levelOf(findings, compiled.set.levels)
  const unsure =
    voice === 'mixed' ||
    isOnlyQuoted(findings, speech) ||
    isLoneSign(findings, signals) ||
    isBackedButOnce(findings) ||
    isAtHome(signals)
  return {
    level: unsure && level === 'danger' ? 'warnings' : level,
    findings: sorted(findings),
    facts,
    ...versions,
  }
}

/** A journey, a ticket, a room or a car, in which nothing is said of work: its visa and its price are not those of an offer. */
const isOnlyTrip = (signals: ReadonlySet<string>) => signals.has('trip') && !signals.has('work-said')

/** Whether every sign of danger is somebody else's words, which the text may report or refuse as well as repeat. */
const isOnlyQuoted = (findings: readonly Finding[], speech: Speech) => {
  const grave = findings.filter(({ tone }) => tone === 'danger').flatMap(({ spans }) => spans)
  return grave.length > 0 && grave.every(speech.isQuoted)
}

/** One sign of danger in an offer that says much that can be checked: as likely a word misread as an offer that lies. */
const isBackedButOnce = (findings: readonly Finding[]) => {
  const good = findings.filter(({ tone }) => tone === 'good')
  return (
    findings.filter(({ tone }) => tone === 'danger').length === 1 &&
    good.some(({ weight }) => weight >= namesWho) &&
    good.reduce((sum, { weight }) => sum + weight, 0) > namesWho
  )
}

/**
 * Work in the country and no word of leaving it: the rules were made for work abroad, so they warn at most. Crews speak as those
 * of foreign ships do; what tells theirs apart is the law and the harbours of home, unless money, papers or a child are asked for.
 */
const isAtHome = (signals: ReadonlySet<string>) =>
  (signals.has('home-place') && !signals.has('abroad') && !signals.has('abroad-said')) ||
  (signals.has('home-measure') && !signals.has('foreign-named') && !signals.has('beyond-home'))

/** One sign of danger in a text that calls on nobody and speaks of no work abroad: too little to say more than "ask". */
const isLoneSign = (findings: readonly Finding[], signals: ReadonlySet<string>) =>
  findings.filter(({ tone }) => tone === 'danger').length === 1 &&
  !signals.has('called') &&
  !(signals.has('abroad') && signals.has('work-said'))

/** What a text does not say is only held against an offer, and words of danger not against one who warns of them. */
const speaks = ({ tone, phrases }: Rule, voice: Voice) =>
  tone === 'good' || voice === 'offers' || (voice === 'mixed' && (tone === 'danger' || phrases.length > 0))

/** What a good sign weighs that names somebody who can be asked: a licence, a job order, an office. */
export const namesWho = 3

/**
 * The level that findings add up to. Good signs lighten warnings, never a sign of danger, and only where one of them names who can
 * be asked: "training" and "interview" are as easily said by anybody. Warnings alone need twice the weight to be danger.
 */
export const levelOf = (
  findings: readonly Pick<Finding, 'tone' | 'weight'>[],
  { danger, warnings, missing }: RuleSet['levels'],
): Level => {
  const sum = (tone: Finding['tone']) =>
    findings.filter(finding => finding.tone === tone).reduce((total, { weight }) => total + weight, 0)
  const grave = sum('danger')
  const isBacked = findings.some(({ tone, weight }) => tone === 'good' && weight >= namesWho)
  const light = Math.max(0, sum('warning') - (isBacked ? sum('good') : 0))
  if (grave + light >= (grave > 0 ? danger : 2 * danger)) return 'danger'
  if (grave + light >= warnings) return 'warnings'
  return sum('missing') - sum('good') >= missing ? 'incomplete' : 'nothing-found'
}

const holds = ({ all, any, none }: Rule['when'], signals: ReadonlySet<string>) =>
  all.every(name => signals.has(name)) &&
  (any.length === 0 || any.some(name => signals.has(name))) &&
  !none.some(name => signals.has(name))

/** The words a rule rests on; none at all when it does not hold. */
const spansOf = (
  { rule, phrases, unless }: CompiledRule,
  place: Indexed,
  signals: ReadonlySet<string>,
  facts: Facts,
  cautions: readonly Hit[],
): Span[] | undefined => {
  if (!holds(rule.when, signals)) return undefined
  if (rule.phrases.length === 0)
    return rule.when.all.includes('wage-high') ? facts.wages.map(({ span }) => span) : []
  const hits = findPhrases(phrases, place, rule)
  const lifted = hits.length > 0 ? new Set(findPhrases(unless, place).map(hit => hit.sentence)) : new Set()
  const left = hits.filter(
    ({ sentence, start }) =>
      !lifted.has(sentence) &&
      !cautions.some(caution => caution.sentence === sentence && caution.start < start),
  )
  return left.length > 0 ? apart(left) : undefined
}

/** In order, those that touch made one. */
const apart = (hits: Hit[]): Span[] => {
  const spans: Span[] = []
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

const findingOf = ({ id, tone, weight, title, why, ask, source }: Rule, spans: Span[]): Finding => ({
  ruleId: id,
  tone,
  weight,
  spans,
  title,
  why,
  ask,
  source,
})

const order: Record<Finding['tone'], number> = { danger: 0, warning: 1, missing: 2, good: 3 }

const sorted = (findings: Finding[]) =>
  findings.toSorted((a, b) => order[a.tone] - order[b.tone] || b.weight - a.weight)
