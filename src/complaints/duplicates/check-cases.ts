import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { currentMatchers, type MatcherSet } from './matchers.ts'
import { keepCandidates, sharedMarks, sidesOf, takeForCheck, uncheckedCases } from './queries.ts'
import { type Likeness, type Shared, weigh } from './weigh.ts'

/**
 * Compares cases that were filed or changed, and all once more after the matchers change. Run by the house: no office need see
 * both sides. @returns how many were compared
 */
export const checkNewCases = async (house: Pick<House, 'db'>, limit = 500): Promise<number> => {
  const set = currentMatchers()
  const waiting = await house.db.asJob(tx => uncheckedCases(tx, set.version, limit))
  for (const id of waiting) await house.db.asJob(tx => checkCase(tx, id, set))
  return waiting.length
}

/** Compares one case with all others, and keeps what looks like the same matter. */
export const checkCase = async (tx: Tx, id: string, set: MatcherSet = currentMatchers()): Promise<void> => {
  if (!(await takeForCheck(tx, id))) return
  await keepCandidates(tx, id, set.version, await likenesses(tx, id, set))
}

const likenesses = async (tx: Tx, id: string, set: MatcherSet): Promise<(Likeness & { other: string })[]> => {
  const shared = Map.groupBy(await sharedMarks(tx, id, set.tooCommon), ({ other }) => other)
  // A case without one telling mark is not worth the reading of its facts.
  const worth = [...shared].filter(([, rows]) => couldReach(set, rows))
  if (worth.length === 0) return []
  const sides = await sidesOf(tx, [id, ...worth.map(([other]) => other)])
  const mine = sides.get(id)
  if (!mine) return []
  return worth
    .flatMap(([other, rows]) => {
      const theirs = sides.get(other)
      return theirs ? [{ other, ...weigh(set, mine, theirs, rows) }] : []
    })
    .filter(({ score }) => score >= set.threshold)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostCandidates)
}

/** More than anybody would look through; the best stay. */
const mostCandidates = 20

/** Whether there is anything beside a departure in the same week. */
const couldReach = ({ tooCommon }: MatcherSet, rows: readonly Shared[]) =>
  rows.some(({ kind, spread }) => kind !== 'departure' && spread <= tooCommon)
