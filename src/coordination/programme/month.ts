import { houseZone } from '../../platform/clock/clock.ts'

/** The first moment of a month, and the first after it. */
export const spanOf = (month: Temporal.PlainYearMonth, zone = houseZone) => ({
  from: startOf(month.toPlainDate({ day: 1 }), zone),
  to: startOf(month.add({ months: 1 }).toPlainDate({ day: 1 }), zone),
})

/** The quarter of a year in which a day lies. */
export const quarterOf = (day: Temporal.PlainDate) => {
  const first = Temporal.PlainYearMonth.from({
    year: day.year,
    month: Math.floor((day.month - 1) / 3) * 3 + 1,
  })
  return {
    name: `${day.year}-Q${Math.ceil(day.month / 3)}`,
    first: first.toPlainDate({ day: 1 }),
    last: first.add({ months: 3 }).toPlainDate({ day: 1 }).subtract({ days: 1 }),
  }
}

/** A month from an address, 2026-11, or the one given. */
export const monthOr = (text: string | undefined, otherwise: Temporal.PlainDate): Temporal.PlainYearMonth =>
  /^20\d{2}-(0[1-9]|1[0-2])$/.test(text ?? '')
    ? Temporal.PlainYearMonth.from(text!)
    : otherwise.toPlainYearMonth()

export const startOf = (day: Temporal.PlainDate, zone = houseZone) =>
  day.toZonedDateTime({ timeZone: zone }).toInstant()
