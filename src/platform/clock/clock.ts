/** What time it is. Handed in, so that a test can live on any day. */
export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()

/** The zone of the house when no office says otherwise: WITA, UTC+8. */
export const houseZone = 'Asia/Makassar'

/** Midnight to midnight: the calendar day of a moment in a zone. */
export const dayOf = (moment: Temporal.Instant | Date, zone = houseZone): Temporal.PlainDate =>
  instant(moment).toZonedDateTimeISO(zone).toPlainDate()

/** The moment at which a time of day falls on a day in a zone. */
export const at = (day: Temporal.PlainDate, time: string, zone = houseZone): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()

export const toDate = (moment: Temporal.Instant) => new Date(moment.epochMilliseconds)

const instant = (moment: Temporal.Instant | Date) =>
  moment instanceof Date ? Temporal.Instant.fromEpochMilliseconds(moment.getTime()) : moment
