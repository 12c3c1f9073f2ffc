/** How many of one cell came in a month: nothing in it says who. */
export interface MonthCount {
  subject: string
  cell: string
  month: string
  count: number
}

/** A figure as it was told: what came from its first month to its last. It never changes, and shares nobody with another. */
export interface Batch {
  subject: string
  cell: string
  first: string
  last: string
  count: number
}

/** Fewer than these are waited for, month by month, until there are so many. Rule: promise P6, no cell of 1 to 4. */
export const fewestTold = 5

/**
 * What a monthly release tells, given all that was told before. A cell is told when five and more have gathered since it was last
 * told; until then nothing is said of it, not even in a sum. So every figure, and every difference between two releases or two
 * tables, is a sum of whole batches of five and more (decision 0021).
 */
export const batchesFor = (month: string, counts: MonthCount[], told: Batch[]): Batch[] => {
  const cells = Map.groupBy(
    counts.filter(one => one.month <= month),
    ({ subject, cell }) => `${subject} ${cell}`,
  )
  return [...cells.values()].flatMap(months => {
    const { subject, cell } = months[0]!
    const last = told
      .flatMap(one => (one.subject === subject && one.cell === cell ? one.last : []))
      .sort()
      .at(-1)
    const waiting = months.filter(one => !last || one.month > last)
    const count = waiting.reduce((sum, one) => sum + one.count, 0)
    const first = last ? monthAfter(last) : waiting.map(one => one.month).sort()[0]
    return count >= fewestTold && first ? [{ subject, cell, first, last: month, count }] : []
  })
}

/** The months up to and with the last, none where the first lies later. */
export const monthsThrough = (first: string, last: string): string[] => {
  const months: string[] = []
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month)
  return months
}

export const monthAfter = (month: string) => String(Temporal.PlainYearMonth.from(month).add({ months: 1 }))
