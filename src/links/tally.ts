import type { HourCount } from './queries.ts'

export type Seen = 'clicks' | 'scans' | 'previews'

const hourMs = 3_600_000

/** Some 40 MB: a fortnight of an unreachable database for 600 links that are used in every hour. */
const rowLimit = 200_000

/**
 * Counts per code and hour (UTC). Memory is bounded and no visit is lost: beyond `limit` rows, those of a new hour join
 * the last hour of their code.
 */
export const openTally = (limit = rowLimit) => {
  const byCode = new Map<string, HourCount[]>()
  let size = 0

  const rowOf = (code: string, hour: number): HourCount => {
    const rows = byCode.get(code)
    const found =
      rows?.findLast(row => row.hour.getTime() === hour) ?? (size < limit ? undefined : rows?.at(-1))
    if (found) return found
    const row = { code, hour: new Date(hour), clicks: 0, scans: 0, previews: 0 }
    if (rows) rows.push(row)
    else byCode.set(code, [row])
    size += 1
    return row
  }

  return {
    count: (code: string, seen: Seen, at: number) => {
      rowOf(code, at - (at % hourMs))[seen] += 1
    },
    add: ({ code, hour, clicks, scans, previews }: HourCount) => {
      const row = rowOf(code, hour.getTime())
      row.clicks += clicks
      row.scans += scans
      row.previews += previews
    },
    rows: () => [...byCode.values()].flat(),
    size: () => size,
  }
}
