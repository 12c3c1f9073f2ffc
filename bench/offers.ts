import { readdirSync, readFileSync } from 'node:fs'
import { compileRules } from '../src/offers/check/compile-rules.ts'
import { findPhrases, indexed } from '../src/offers/check/find-phrases.ts'
import { inspectOffer } from '../src/offers/check/inspect-offer.ts'
import { plausibility } from '../src/offers/check/plausibility.ts'
import { ruleSet } from '../src/offers/check/rule.ts'
import { longestInspected, wordsOf } from '../src/offers/check/words.ts'

const usualLength = 1500
const runs = 400
const warmUp = 200

/**
 * The offer check over posts of 1,500 characters made of the offers that rules are tuned on, and over texts of 20,000 characters
 * made to be slow. `everyRuleStops`: no rule said more than it may.
 */
export const offers = async () => {
  const rules = compileRules(ruleSet.parse(readJson('../db/content/offer-rules.json')))
  const figures = plausibility.parse(readJson('../db/content/plausibility.json'))
  const posts = usualPosts()
  for (let run = 0; run < warmUp; run++) inspectOffer(posts[run % posts.length]!, rules, figures)
  const times = Array.from({ length: runs }, (_, run) =>
    timeOf(() => inspectOffer(posts[run % posts.length]!, rules, figures)),
  ).toSorted((a, b) => a - b)
  const slow = cruelTexts([...rules.vocabulary.spellings.keys()])
  const wholes = slow.map(text => leastOf(() => inspectOffer(text, rules, figures)))
  const hits: number[] = []
  const single = slow.flatMap(text => {
    const place = indexed(wordsOf(text, rules.vocabulary))
    return rules.rules.map(({ phrases, rule }) =>
      leastOf(() => hits.push(findPhrases(phrases, place, rule).length)),
    )
  })
  return {
    medianMsOfUsualPost: rounded(times[runs / 2]!),
    p95MsOfUsualPost: rounded(times[Math.floor(runs * 0.95)]!),
    slowestCheckMs: rounded(Math.max(...wholes)),
    slowestRuleMs: rounded(Math.max(...single)),
    cruelTexts: slow.length,
    everyRuleStops: Math.max(...hits) <= 12,
  }
}

const usualPosts = () => {
  const folder = new URL('../test/offers/tune/', import.meta.url)
  const texts = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .flatMap(name => readJson(`../test/offers/tune/${name}`) as { text: string }[])
    .map(({ text }) => text)
  return texts.map((_, at) => [...texts.slice(at), ...texts.slice(0, at)].join('\n').slice(0, usualLength))
}

const cruelTexts = (words: string[]) => [
  ...words.filter((_, at) => at % 20 === 0).map(word => `${word} `.repeat(5000).slice(0, longestInspected)),
  ...words
    .filter((_, at) => at % 20 === 10)
    .map((word, at) => `${word} ${words[at]} # 1 juta `.repeat(2000).slice(0, longestInspected)),
]

const timeOf = (work: () => unknown) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** What else the machine does is not counted. */
const leastOf = (work: () => unknown) => Math.min(timeOf(work), timeOf(work), timeOf(work))

const rounded = (ms: number) => Math.round(ms * 100) / 100

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
