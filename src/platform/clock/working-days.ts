/** A calendar day as a number: days since 1 January 1970. Cheap to compare and to count with. */
export type DayNumber = number

export const dayNumber = (day: Temporal.PlainDate): DayNumber => epoch.until(day).days

export const plainDay = (day: DayNumber): Temporal.PlainDate => epoch.add({ days: day })

export interface WorkingDays {
  isWorking(day: DayNumber): boolean
  /** How many working days lie after the first day, up to and with the last; 0 when last is not later. */
  between(first: DayNumber, last: DayNumber): number
  /** The day on which that many working days after the first are over. @param count at least 1 */
  after(first: DayNumber, count: number): DayNumber
}

/**
 * Monday to Friday, without the days off: public holidays and cuti bersama, which are data.
 * @param daysOff in any order; one that falls on a weekend changes nothing
 */
export const workingDays = (daysOff: Iterable<DayNumber>): WorkingDays => {
  const off = new Int32Array([...new Set(daysOff)].filter(isWeekday)).sort()
  const offUpTo = (day: DayNumber) => countUpTo(off, day)
  const workingUpTo = (day: DayNumber) => weekdaysUpTo(day) - offUpTo(day)
  const between = (first: DayNumber, last: DayNumber) =>
    last <= first ? 0 : workingUpTo(last) - workingUpTo(first)
  return {
    isWorking: day => between(day - 1, day) === 1,
    between,
    after: (first, count) => {
      let day = first + Math.max(1, count)
      for (let missing = count - between(first, day); missing > 0; missing = count - between(first, day))
        day += missing
      return day
    },
  }
}

const epoch = Temporal.PlainDate.from('1970-01-01')

/** 0 is Monday; 1 January 1970 was a Thursday. */
const weekday = (day: DayNumber) => (((day + 3) % 7) + 7) % 7

const isWeekday = (day: DayNumber) => weekday(day) < 5

/** Weekdays from Monday 29 December 1969 up to and with this day; only differences mean anything. */
const weekdaysUpTo = (day: DayNumber) => Math.floor((day + 3) / 7) * 5 + Math.min(weekday(day) + 1, 5)

const countUpTo = (sorted: Int32Array, day: DayNumber) => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}
