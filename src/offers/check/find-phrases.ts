import type { Span } from './inspection.ts'
import { type Effort, matchAt } from './match-phrase.ts'
import { isNegator, isRefusedBy } from './negators.ts'
import { isNumber, type Phrase, type PhraseGroup } from './phrase.ts'
import type { Word } from './words.ts'

/** Steps that one rule may take over one text; far above what any real text needs, far below 50 ms. */
export const effortAllowed = 50_000
const enoughHits = 12

export interface Hit extends Span {
  sentence: number
}

/** Words by their text, so that a phrase is only tried where it can begin. */
export interface Indexed {
  words: readonly Word[]
  places: ReadonlyMap<string, number[]>
}

export const indexed = (words: readonly Word[]): Indexed => {
  const places = new Map<string, number[]>()
  const put = (key: string, at: number) => {
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  words.forEach(({ text }, at) => {
    put(text, at)
    if (isNumber(text)) put('#', at)
  })
  return { words, places }
}

/** What counts as found: even what a "no" turns around, only hits that pass, and how many of them are enough. */
interface Counting {
  evenDenied?: boolean
  passes?: (hit: Hit) => boolean
  enough?: number
}

/** Where phrases stand in a text, those turned around by a "no" left out unless they count even so. */
export const findPhrases = (
  group: PhraseGroup,
  text: Indexed,
  { evenDenied = false, passes = () => true, enough = enoughHits }: Counting = {},
): Hit[] => {
  const effort: Effort = { left: effortAllowed }
  const hits: Hit[] = []
  const goesOn = (phrase: Phrase, at: number) => {
    if (hits.length >= enough || --effort.left <= 0) return false
    const end = matchAt(phrase, text.words, at, effort)
    if (end <= at || (!evenDenied && isDenied(phrase, text.words, at, end))) return true
    const hit = hitOf(text.words, at, end)
    if (passes(hit)) hits.push(hit)
    return true
  }
  for (const first of sharedKeys(group.byFirst, text.places))
    for (const phrase of group.byFirst.get(first)!)
      if (canStand(phrase, text.places) && !text.places.get(first)!.every(at => goesOn(phrase, at)))
        return hits
  for (const phrase of group.anywhere)
    if (canStand(phrase, text.places) && !text.words.every((_, at) => goesOn(phrase, at))) return hits
  return hits
}

/** The keys of both; the smaller is gone through, for a text has few words and a rule may have many, or the other way about. */
function* sharedKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  for (const key of few.keys()) if (many.has(key)) yield key
}

const canStand = ({ needs }: Phrase, places: Indexed['places']) => {
  for (const words of needs) if (!anyIn(words, places)) return false
  return true
}

const anyIn = (words: ReadonlySet<string>, places: Indexed['places']) => {
  for (const word of words) if (places.has(word)) return true
  return false
}

const hitOf = (words: readonly Word[], from: number, to: number): Hit => ({
  start: words[from]!.start,
  end: words[to - 1]!.end,
  sentence: words[from]!.sentence,
})

/**
 * Turned around by a "no" before it, or by one that is not its own in its midst ("the passport we do not keep") or just after
 * ("deposit: there is none", "the visit visa may not be used"). The "no" that a phrase begins with reaches no further than its clause.
 */
const isDenied = ({ denies }: Phrase, words: readonly Word[], at: number, end: number) => {
  if (isNegated(words, at)) return true
  if (denies) return isNegator(words[at]!.text) && words[at]!.clause !== words[end - 1]!.clause
  return words.slice(at + 1, end).some(({ text }) => isNegator(text)) || isRefusedAfter(words, end)
}

const isRefusedAfter = (words: readonly Word[], end: number) => {
  const { clause } = words[end - 1]!
  const after = words.slice(end, end + 3).filter(word => word.clause === clause)
  return isRefusedBy(after.map(({ text }) => text))
}

/** How far before the words each of these still speaks of them. */
const reach: Record<string, number> = { tanpa: 1, without: 2, no: 1, belum: 1 }

const isNegated = (words: readonly Word[], at: number) => {
  const { clause, sentence } = words[at]!
  for (let back = 1; back <= 3; back++) {
    const word = words[at - back]
    if (!word || word.clause !== clause || word.sentence !== sentence) return false
    if (isNegator(word.text)) return back <= (reach[word.text] ?? 3)
  }
  return false
}
