import type { Database } from '../platform/database/database.ts'
import { startBeat } from './beat.ts'
import { linksSince } from './queries.ts'

/** A transaction that issues links may take a while to be seen. */
const overlapMs = 10 * 60_000

/**
 * Where every code leads, in memory: all of them at the start, and every few seconds those issued since, so that a link
 * answers also when the database goes away before anybody has asked for it.
 */
export const keepTargets = (
  db: Pick<Database, 'asJob'>,
  everyMs: number,
  report: (error: unknown) => void,
) => {
  const targets = new Map<string, string>()
  let latest: Date | undefined
  const load = async () => {
    const since = latest && new Date(latest.getTime() - overlapMs)
    for (const { code, target, issuedAt } of await db.asJob(tx => linksSince(tx, since))) {
      targets.set(code, target)
      if (!latest || issuedAt > latest) latest = issuedAt
    }
  }
  const ready = load()
  const beat = startBeat(everyMs, load, report)
  return { targets, ready, stop: beat.stop }
}
