export interface Day {
  /** 2026-11-25 */
  day: string
  clicks: number
  scans: number
}

export interface Span {
  first: string
  last: string
  clicks: number
  scans: number
}

/** As many bars as a phone can show. */
const most = 53

/**
 * Every day from the first to the last, also those on which nothing came; weeks, or months of thirty days, where there would be too many.
 * @returns spans of equal length, the latest last
 */
export const spansOf = (days: Day[], from: string, to: string): Span[] => {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const length = first.until(last, { largestUnit: 'days' }).days + 1
  const step = [1, 7, 30, 365].find(one => length / one <= most) ?? 365
  const count = Math.max(1, Math.ceil(length / step))
  const spans = Array.from({ length: count }, (_, at): Span => {
    const begin = first.add({ days: at * step })
    const end = begin.add({ days: step - 1 })
    const [until] = [String(end), String(last)].sort()
    return { first: String(begin), last: until!, clicks: 0, scans: 0 }
  })
  for (const { day, clicks, scans } of days) {
    const span = spans[Math.floor(first.until(day, { largestUnit: 'days' }).days / step)]
    if (!span) continue
    span.clicks += clicks
    span.scans += scans
  }
  return spans
}
