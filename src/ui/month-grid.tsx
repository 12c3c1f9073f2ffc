import type { ComponentChildren } from 'preact'
import type { Tone } from './tone.ts'

export interface DayOff {
  day: string
  name: string
}

interface GridProps {
  month: Temporal.PlainYearMonth
  /** November 2026. */
  name: string
  today: Temporal.PlainDate
  daysOff: DayOff[]
  /** Rabu, 25 November 2026. */
  dayName: (day: Temporal.PlainDate) => string
  /** What stands in a day, the first on top. */
  entries: (day: Temporal.PlainDate) => ComponentChildren[]
  /** As many as a day shows; `more` says how many others there are. */
  most: number
  more: (count: number) => string
}

/** A month on one sheet; on a phone the days with something in them, one below the other. */
export const MonthGrid = (props: GridProps) => {
  const { month, name, dayName } = props
  const weeks = weeksOf(month)
  return (
    <table class="month">
      <caption class="hidden">{name}</caption>
      <thead>
        <tr>
          {weeks[0]!.map(day => (
            <th scope="col">{dayName(day).split(/[,\s]/)[0]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr>
            {week.map(day => (
              <Day {...props} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One thing in a day, with what is said of it below. */
export const MonthEntry = ({
  href,
  tone,
  below,
  children,
}: {
  href: string
  tone: Tone
  below: ComponentChildren
  children: ComponentChildren
}) => (
  <a class={`entry ${tone}`} href={href}>
    {children}
    <span class="small">{below}</span>
  </a>
)

const Day = ({ day, ...props }: GridProps & { day: Temporal.PlainDate }) => {
  const { month, today, daysOff, dayName, entries, most, more } = props
  const outside = day.month !== month.month
  const holiday = daysOff.find(off => off.day === String(day))?.name
  const all = outside ? [] : entries(day)
  const looks = [
    outside && 'outside',
    day.equals(today) && 'today',
    holiday && 'off',
    (outside || (all.length === 0 && !holiday)) && 'bare',
  ].filter(Boolean)
  return (
    <td class={looks.join(' ') || undefined}>
      <p class="date">
        <span class="wide num" aria-hidden="true">
          {day.day}
        </span>
        <span class="narrow">{dayName(day)}</span>
      </p>
      {!outside && holiday && <p class="small holiday">{holiday}</p>}
      {all.slice(0, most)}
      {all.length > most && <p class="small quiet">{more(all.length - most)}</p>}
    </td>
  )
}

/** A month as weeks from Monday to Sunday; days of the neighbouring months fill the first and the last. */
const weeksOf = (month: Temporal.PlainYearMonth): Temporal.PlainDate[][] => {
  const first = month.toPlainDate({ day: 1 })
  const start = first.subtract({ days: first.dayOfWeek - 1 })
  const days = first.dayOfWeek - 1 + month.daysInMonth
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => start.add({ days: week * 7 + day })),
  )
}
