import { type Stage, stages } from '../complaint.ts'
import type { FactNeed, MarkNeed, Matcher, MatcherSet, Reason } from './matchers.ts'

/** What two cases have in common of one kind of mark, from one side's person to the other's. */
export interface Shared {
  kind: string
  mine: string
  theirs: string
  equal: number
  /** In how many other cases the rarest of them stands. */
  spread: number
}

/** A case as far as matching sees it: facts in the clear, and how many marks it has of each kind and person. */
export interface Side {
  region: string | null
  destination: string | null
  stage: Stage
  departs: string | null
  /** Nothing where the time says nothing: somebody who came home stays the same person for years. */
  received: string | null
  problems: readonly string[]
  /** By "kind person". */
  marks: Record<string, number>
}

export interface Likeness {
  score: number
  reasons: Reason[]
}

/**
 * How much two cases look like one matter, and why: the points of all matchers that hold, of each group the highest, so that
 * what speaks against counts only where nothing of its group speaks for it.
 */
export const weigh = (set: MatcherSet, mine: Side, theirs: Side, shared: readonly Shared[]): Likeness => {
  const heaviest = new Map<string, Matcher>()
  for (const matcher of set.matchers) {
    const before = heaviest.get(matcher.group)
    if (before && before.weight >= matcher.weight) continue
    if (holds(matcher, mine, theirs, shared)) heaviest.set(matcher.group, matcher)
  }
  const found = [...heaviest.values()].toSorted((a, b) => b.weight - a.weight)
  return {
    score: found.reduce((sum, { weight }) => sum + weight, 0),
    reasons: [...new Set(found.map(({ reason }) => reason))],
  }
}

const holds = ({ marks, facts }: Matcher, mine: Side, theirs: Side, shared: readonly Shared[]) =>
  marks.every(need => markHolds(need, mine, theirs, shared)) &&
  facts.every(need => factHolds(need, mine, theirs))

const markHolds = (need: MarkNeed, mine: Side, theirs: Side, shared: readonly Shared[]): boolean => {
  const found = shared.filter(
    ({ kind, ...at }) =>
      kind === need.kind &&
      need.whose.includes(at.mine as 'worker') &&
      need.whose.includes(at.theirs as 'worker') &&
      (!need.crossed || at.mine !== at.theirs),
  )
  const equal = Math.max(0, ...found.map(one => one.equal))
  const [here, there] = [countOf(need, mine), countOf(need, theirs)]
  if (need.share === 'none') return equal === 0 && here > 0 && there > 0
  if (equal < (need.atLeast ?? 1)) return false
  if (need.rarerThan !== undefined && Math.min(...found.map(({ spread }) => spread)) > need.rarerThan)
    return false
  if (need.share === 'some') return equal < Math.min(here, there)
  if (need.share === 'all') return equal >= Math.max(here, there)
  return need.share === 'any' || equal >= Math.min(here, there)
}

const countOf = ({ kind, whose }: MarkNeed, { marks }: Side) =>
  Math.max(0, ...whose.map(who => marks[`${kind} ${who}`] ?? 0))

const factHolds = ({ fact, is, days = 0 }: FactNeed, mine: Side, theirs: Side): boolean => {
  const same = sameFact(fact, days, mine, theirs)
  return same !== undefined && same === (is === 'same')
}

/** @returns nothing when one of the two does not tell */
const sameFact = (fact: FactNeed['fact'], days: number, mine: Side, theirs: Side): boolean | undefined => {
  if (fact === 'problems')
    return mine.problems.length > 0 && theirs.problems.length > 0
      ? mine.problems.some(code => theirs.problems.includes(code))
      : undefined
  if (fact === 'journey') return goesOn(mine, theirs)
  const [here, there] = [mine[fact], theirs[fact]]
  if (here === null || there === null) return undefined
  return fact === 'departs' || fact === 'received'
    ? Math.abs(daysBetween(here, there)) <= days
    : here === there
}

/** Whether the later report tells of no earlier stage: nobody is recruited for the journey from which he was brought home. */
const goesOn = (mine: Side, theirs: Side) => {
  if (mine.received === null || theirs.received === null) return undefined
  const [sooner, later] = mine.received < theirs.received ? [mine, theirs] : [theirs, mine]
  return sooner.received === later.received || stages.indexOf(sooner.stage) <= stages.indexOf(later.stage)
}

const daysBetween = (one: string, other: string) =>
  Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other)).days
