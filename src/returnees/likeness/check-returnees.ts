import { currentMatchers, type Likeness, weigh } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import {
  keepLikenesses,
  returneeSides,
  sharedWithReturnee,
  takeForComparing,
  uncomparedReturnees,
} from './queries.ts'

/**
 * Compares people who were registered or changed with all others, by the matchers of complaints. Run by the house: no office need
 * see both sides. @returns how many were compared
 */
export const checkReturnees = async ({ db }: Pick<House, 'db'>, limit = 500): Promise<number> => {
  const waiting = await db.asJob(tx => uncomparedReturnees(tx, limit))
  for (const id of waiting) await db.asJob(tx => checkReturnee(tx, id))
  return waiting.length
}

export const likenessQueue = 'returnee-likeness'

/** Has the house compare all that waits now, not at the next minute. */
export const compareSoon = ({ jobs }: Pick<House, 'jobs'>) => jobs.send(likenessQueue, {})

/** Compares all that waits, the longest list in one go; what another process has taken is not waited for. */
export const checkAllReturnees = async (house: Pick<House, 'db'>): Promise<void> => {
  for (let round = 0; round < mostRounds && (await checkReturnees(house)) > 0; round++);
}

const mostRounds = 20

const checkReturnee = async (tx: Tx, id: string): Promise<void> => {
  if (await takeForComparing(tx, id)) await keepLikenesses(tx, id, await likenesses(tx, id))
}

const likenesses = async (tx: Tx, id: string): Promise<(Likeness & { other: string })[]> => {
  const set = currentMatchers()
  const shared = Map.groupBy(await sharedWithReturnee(tx, id, set.tooCommon), ({ other }) => other)
  const sides = await returneeSides(tx, [id, ...shared.keys()])
  const mine = sides.get(id)
  if (!mine) return []
  return [...shared]
    .flatMap(([other, rows]) => {
      const theirs = sides.get(other)
      return theirs ? [{ other, ...weigh(set, mine, theirs, rows) }] : []
    })
    .filter(({ score }) => score >= set.threshold)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostLikenesses)
}

/** More than anybody would look through; the best stay. */
const mostLikenesses = 20
