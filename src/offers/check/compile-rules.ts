import { BadPhrase, type Phrase, readPhrase, wordsNamed } from './phrase.ts'
import type { Rule, RuleSet } from './rule.ts'
import type { Vocabulary } from './words.ts'

export interface CompiledRule {
  rule: Rule
  phrases: Phrase[]
  unless: Phrase[]
}

export interface CompiledRules {
  set: RuleSet
  rules: CompiledRule[]
  signals: { id: string; phrases: Phrase[]; negatable: boolean }[]
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
  'closed-country',
  'limited-country',
  'company-named',
  'phone-named',
  'wage-named',
  'wage-high',
  'very-short',
] as const

/** Makes rules ready to be used. @throws BadRules with everything that is wrong, not only the first */
export const compileRules = (set: RuleSet): CompiledRules => {
  const troubles: Trouble[] = []
  const read = (where: string, phrases: readonly string[]) =>
    phrases.flatMap(text => {
      try {
        return [readPhrase(text, set.lists)]
      } catch (error) {
        if (!(error instanceof BadPhrase)) throw error
        troubles.push({ where, key: error.key, part: error.part })
        return []
      }
    })
  const signals = Object.entries(set.signals).map(([id, { phrases, negatable }]) => ({
    id,
    phrases: read(id, phrases),
    negatable,
  }))
  const rules = set.rules.map(rule => ({
    rule,
    phrases: read(rule.id, rule.phrases),
    unless: read(rule.id, rule.unless),
  }))
  troubles.push(...strayNames(set))
  if (troubles.length > 0) throw new BadRules(troubles)
  return { set, rules, signals, vocabulary: vocabularyOf(set) }
}

const strayNames = (set: RuleSet): Trouble[] => {
  const signals = new Set<string>([...Object.keys(set.signals), ...factSignals])
  const rules = new Set(set.rules.map(({ id }) => id))
  return [
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

const negators = ['tidak', 'tanpa', 'bukan', 'jangan', 'tak', 'no', 'not', 'without', 'never', 'belum']

const vocabularyOf = (set: RuleSet): Vocabulary => {
  const texts = [
    ...Object.values(set.lists).flat(),
    ...Object.values(set.signals).flatMap(({ phrases }) => phrases),
    ...set.rules.flatMap(({ phrases, unless }) => [...phrases, ...unless]),
    ...Object.values(set.spellings),
    ...negators,
  ]
  const words = new Set(texts.flatMap(wordsNamed))
  const spellings = new Map(
    Object.entries(set.spellings).map(([from, to]) => [from.toLowerCase(), to.toLowerCase().split(/\s+/)]),
  )
  const shortened = shortenedForms(words)
  return {
    has: word => words.has(word),
    near: word => nearest(word, words, shortened),
    spellings,
  }
}

const longEnough = 7

/** Each long word with one letter left out, so that a word with one slip is found by looking up, not by comparing with all. */
const shortenedForms = (words: ReadonlySet<string>) => {
  const forms = new Map<string, string>()
  for (const word of words)
    if (word.length >= longEnough)
      for (const form of withoutOne(word)) if (!forms.has(form)) forms.set(form, word)
  return forms
}

const nearest = (word: string, words: ReadonlySet<string>, shortened: ReadonlyMap<string, string>) => {
  if (word.length < longEnough - 1 || word.length > 24) return undefined
  const direct = shortened.get(word)
  if (direct && direct[0] === word[0]) return direct
  if (word.length < longEnough) return undefined
  for (const form of withoutOne(word)) {
    const known = words.has(form) && form.length >= longEnough ? form : shortened.get(form)
    if (known && known[0] === word[0] && Math.abs(known.length - word.length) <= 1) return known
  }
  return undefined
}

const withoutOne = (word: string) =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2))

export const isNegator = (word: string) => negators.includes(word)
