import type { HourCount } from './queries.ts'
import { openTally, type Seen } from './tally.ts'

export interface Counter {
  count(code: string, seen: Seen, at: number): void
  /** Writes what has been counted, unless a write is under way; what could not be written is kept for the next time. */
  flush(): Promise<void>
  /** Writes the last counts; nothing is written by itself any more. */
  stop(): Promise<void>
}

const everyMs = 1000

/**
 * Counts in memory and writes once a second: a click costs no query, and a sudden end loses a second at most.
 * @param write adds the counts to those of other processes
 */
export const startCounter = (
  write: (counts: HourCount[]) => Promise<void>,
  report: (error: unknown) => void,
): Counter => {
  let tally = openTally()
  let writing: Promise<void> | undefined

  const writeOut = async () => {
    const taken = tally
    tally = openTally()
    try {
      await write(taken.rows())
    } catch (error) {
      for (const row of tally.rows()) taken.add(row)
      tally = taken
      report(error)
    }
  }

  const flush = async () => {
    if (!writing && tally.size() > 0)
      writing = writeOut().finally(() => {
        writing = undefined
      })
    await writing
  }
  const timer = setInterval(flush, everyMs)
  timer.unref?.()
  return {
    count: (code, seen, at) => tally.count(code, seen, at),
    flush,
    stop: async () => {
      clearInterval(timer)
      await writing
      await flush()
    },
  }
}
