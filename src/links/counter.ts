import type { HourCount } from './queries.ts'

export type Seen = 'clicks' | 'scans' | 'previews'

export interface Counter {
  count(code: string, seen: Seen, at: number): void
  /** Writes what has been counted; what could not be written is kept for the next time. */
  flush(): Promise<void>
  stop(): Promise<void>
}

const hour = 3_600_000
const everyMs = 1000

/**
 * Counts in memory and writes once a second: a click costs no query, and a sudden end loses a second at most.
 * @param write adds the counts to those of other processes
 */
export const startCounter = (
  write: (counts: HourCount[]) => Promise<void>,
  report: (error: unknown) => void,
): Counter => {
  let counts = new Map<string, HourCount>()
  let writing = Promise.resolve()

  const count = (code: string, seen: Seen, at: number) => {
    const start = at - (at % hour)
    const key = `${code} ${start}`
    const row = counts.get(key) ?? { code, hour: new Date(start), clicks: 0, scans: 0, previews: 0 }
    row[seen] += 1
    counts.set(key, row)
  }

  const writeOut = async () => {
    if (counts.size === 0) return
    const taken = counts
    counts = new Map()
    try {
      await write([...taken.values()])
    } catch (error) {
      for (const [key, row] of taken) counts.set(key, added(row, counts.get(key)))
      report(error)
    }
  }

  const flush = () => {
    writing = writing.then(writeOut)
    return writing
  }
  const timer = setInterval(flush, everyMs)
  return {
    count,
    flush,
    stop: () => {
      clearInterval(timer)
      return flush()
    },
  }
}

const added = (row: HourCount, other: HourCount | undefined): HourCount =>
  other
    ? {
        ...row,
        clicks: row.clicks + other.clicks,
        scans: row.scans + other.scans,
        previews: row.previews + other.previews,
      }
    : row
