import { BadPhrase, groupOf, type PhraseGroup, readPhrase } from './phrase.ts'
import type { Rule, RuleSet, SignalPlace } from './rule.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

export interface CompiledRule {
  rule: Rule
  phrases: PhraseGroup
  unless: PhraseGroup
}

export interface CompiledRules {
  set: RuleSet
  rules: CompiledRule[]
  signals: { id: string; phrases: PhraseGroup; evenDenied: boolean; only: SignalPlace | undefined }[]
  cautions: PhraseGroup
  vocabulary: Vocabulary
}

/** What is wrong with one rule, said so that its writer can mend it. */
export interface Trouble {
  /** The rule, signal or list. */
  where: string
  key: BadPhrase['key'] | 'unknown-signal' | 'unknown-rule'
  part: string
}

/** The rules cannot be used as they are written. */
export class BadRules extends Error {
  readonly troubles: Trouble[]
  constructor(troubles: Trouble[]) {
    super(troubles.map(({ where, key, part }) => `${where}: ${key} ${part}`).join('; '))
    this.troubles = troubles
  }
}

/** Signals that come of facts and not of phrases. */
export const factSignals = [
  'abroad',
  'foreign-named',
  'home-place',
  'closed-country',
  'limited-country',
  'company-named',
  'phone-named',
  'wage-named',
  'wage-high',
  'very-short',
  'tells',
  'called',
] as const

/** Makes rules ready to be used. @throws BadRules with everything that is wrong, not only the first */
export const compileRules = (set: RuleSet): CompiledRules => {
  const troubles: Trouble[] = []
  const readOne = (where: string, text: string) => {
    try {
      return [readPhrase(text, set)]
    } catch (error) {
      if (!(error instanceof BadPhrase)) throw error
      troubles.push({ where, key: error.key, part: error.part })
      return []
    }
  }
  const read = (where: string, phrases: readonly string[]) =>
    groupOf(phrases.flatMap(text => readOne(where, text)))
  const signals = Object.entries(set.signals).map(([id, { phrases, evenDenied, only }]) => ({
    id,
    phrases: read(id, phrases),
    evenDenied,
    only,
  }))
  const rules = set.rules.map(rule => ({
    rule,
    phrases: read(rule.id, rule.phrases),
    unless: read(rule.id, rule.unless),
  }))
  const cautions = read('cautions', set.cautions)
  troubles.push(...strayNames(set))
  if (troubles.length > 0) throw new BadRules(troubles)
  return { set, rules, signals, cautions, vocabulary: vocabularyOf(set) }
}

const strayNames = (set: RuleSet): Trouble[] => {
  const signals = new Set<string>([...Object.keys(set.signals), ...factSignals])
  const rules = new Set(set.rules.map(({ id }) => id))
  const weighed = [...Object.keys(set.voice?.tells ?? {}), ...Object.keys(set.voice?.calls ?? {})]
  return [
    ...weighed
      .filter(name => !signals.has(name))
      .map(part => ({ where: 'voice', key: 'unknown-signal' as const, part })),
    ...set.rules.flatMap(({ id, when }) =>
      [...when.all, ...when.any, ...when.none]
        .filter(name => !signals.has(name))
        .map(part => ({ where: id, key: 'unknown-signal' as const, part })),
    ),
    ...set.questions.flatMap(({ id, yes, no, unknown }) =>
      [yes, no, unknown]
        .filter(name => name !== undefined && !rules.has(name))
        .map(part => ({ where: id, key: 'unknown-rule' as const, part: part! })),
    ),
  ]
}
