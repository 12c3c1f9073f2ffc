export interface Round {
  number: number
  dueAt: Date
}

/** More weeks than a year has are a new campaign. */
export const mostRounds = 53

/** The days on which a campaign is due: one, or the same weekday of every week until a day, that day included. */
export const dueDays = (
  first: Temporal.PlainDate,
  until: Temporal.PlainDate | undefined,
): Temporal.PlainDate[] => {
  const weeks = until ? Math.max(0, Math.floor(first.until(until, { largestUnit: 'days' }).days / 7)) : 0
  return Array.from({ length: weeks + 1 }, (_, week) => first.add({ weeks: week }))
}
