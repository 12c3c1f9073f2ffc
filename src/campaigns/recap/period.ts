export const periods = ['week', 'month', 'quarter', 'whole'] as const
export type Period = (typeof periods)[number]

/** The days that a recap is about, both ends counted. */
export interface DaySpan {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

type Campaign = { startsOn: string; endsOn: string }

/** The week (Monday to Sunday), month or quarter in which a day lies; of the whole, from the first to the last day of the campaign. */
export const spanOf = (period: Period, day: Temporal.PlainDate, campaign: Campaign): DaySpan => {
  if (period === 'whole')
    return { from: Temporal.PlainDate.from(campaign.startsOn), to: Temporal.PlainDate.from(campaign.endsOn) }
  if (period === 'week') {
    const from = day.subtract({ days: day.dayOfWeek - 1 })
    return { from, to: from.add({ days: 6 }) }
  }
  const months = period === 'month' ? 1 : 3
  const from = day.with({ day: 1, month: day.month - ((day.month - 1) % months) })
  return { from, to: from.add({ months }).subtract({ days: 1 }) }
}

/** The last span that is over on a day and in which the campaign ran, if there is one. */
export const lastOver = (
  period: Period,
  today: Temporal.PlainDate,
  campaign: Campaign,
): DaySpan | undefined => {
  const span =
    period === 'whole'
      ? spanOf(period, today, campaign)
      : spanOf(period, spanOf(period, today, campaign).from.subtract({ days: 1 }), campaign)
  const over = before(span.to, today)
  const ran = !before(span.to, campaign.startsOn) && !before(campaign.endsOn, span.from)
  return over && ran ? span : undefined
}

const before = (one: Temporal.PlainDate | string, other: Temporal.PlainDate | string) =>
  Temporal.PlainDate.compare(one, other) < 0

export const inSpan = (day: Temporal.PlainDate, { from, to }: DaySpan) =>
  !before(day, from) && !before(to, day)
