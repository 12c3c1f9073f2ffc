import { z } from 'zod'
import { tones } from './inspection.ts'

const spoken = z.strictObject({
  id: z.string().trim().min(3).max(400),
  en: z.string().trim().min(3).max(400),
})
const code = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

const example = z.string().trim().min(2).max(600)

/** A phrase: words in a row, `a/b` for either, `word*` for a beginning, `..` for up to three words between, `@list` for any of a list. */
const phrase = z.string().trim().min(2).max(200)

/** Where a statement comes from, and the day somebody read it. */
export const source = z.strictObject({
  title: z.string().trim().min(3).max(200),
  url: z.url().optional(),
  readOn: z.iso.date(),
})

const when = z.strictObject({
  all: z.array(code).max(8).default([]),
  any: z.array(code).max(12).default([]),
  none: z.array(code).max(12).default([]),
})

export const rule = z.strictObject({
  id: code,
  tone: z.enum(tones),
  weight: z.int().min(0).max(20),
  /** The rule holds when one of these stands in the text … */
  phrases: z.array(phrase).max(160).default([]),
  /** … and none of these in the same sentence, … */
  unless: z.array(phrase).max(80).default([]),
  /** … and the signals are there, or not. A rule without phrases rests on signals alone. */
  when: when.prefault({}),
  /** Whether it counts even with a "no" or "without" just before the words, which otherwise turns it around. */
  evenDenied: z.boolean().default(false),
  title: spoken,
  why: spoken,
  ask: spoken,
  source,
  /** Texts that must be found by it, and texts that must be left alone: tried at every change. */
  hits: z.array(example).max(20).default([]),
  misses: z.array(example).max(20).default([]),
})

export const question = z.strictObject({
  id: code,
  text: spoken,
  help: spoken.optional(),
  /** The answer that counts, the rule it speaks for, and what it weighs. */
  yes: code.optional(),
  no: code.optional(),
  unknown: code.optional(),
})

/** Where the words of a signal count: everywhere, only in a question, or only where nobody is quoted. */
const signalPlace = z.enum(['asked', 'unquoted'])
export type SignalPlace = z.infer<typeof signalPlace>

/** The offer rules, one document in versions: what officers write, try and release. */
export const ruleSet = z.strictObject({
  rules: z.array(rule).min(1).max(200),
  questions: z.array(question).max(10),
  /** From which sum of weights on a level stands. */
  levels: z.strictObject({ danger: z.int().min(1), warnings: z.int().min(1), missing: z.int().min(1) }),
  /** Other spellings and short forms, each with the word it stands for. */
  spellings: z.record(z.string().max(30), z.string().max(60)),
  /** Lists of words or short phrases that phrases name with @. */
  lists: z.record(code, z.array(phrase).max(300)),
  /** Things a text may say that weigh nothing by themselves. One that says `trip` and not `work-said` is warned of at most. */
  signals: z.record(
    code,
    z.strictObject({
      phrases: z.array(phrase).max(160),
      evenDenied: z.boolean().default(false),
      only: signalPlace.optional(),
    }),
  ),
  /**
   * Which signals show that a text tells of offers, and which that it makes one. From the balance `telling` on, findings of
   * danger and warning are silent, unless the calling alone is `loud`; from `mixed` on, the level is warnings at most.
   */
  voice: z
    .strictObject({
      tells: z.record(code, z.int().min(1).max(9)),
      calls: z.record(code, z.int().min(1).max(9)),
      mixed: z.int(),
      telling: z.int(),
      loud: z.int().optional(),
    })
    .optional(),
  /** What comes after one of these in a sentence is warned of, not offered. */
  cautions: z.array(phrase).max(120).default([]),
})

export type RuleSet = z.infer<typeof ruleSet>
export type Rule = z.infer<typeof rule>
