import { useLanguage } from '../../platform/i18n/language.tsx'
import { type Activity, gathers } from './activity.ts'
import { zoned } from './form.ts'
import { weeksOf } from './month.ts'
import { hour, ownersWords, stateTone } from './words.ts'

export interface DayOff {
  day: string
  name: string
}

interface Props {
  month: Temporal.PlainYearMonth
  name: string
  activities: Activity[]
  daysOff: DayOff[]
  today: Temporal.PlainDate
}

/** A month on one sheet; on a phone the days with something in them, one below the other. */
export const MonthView = ({ month, name, activities, daysOff, today }: Props) => {
  const { t, day: dayName } = useLanguage()
  const byDay = daysWith(activities)
  const holidays = new Map(daysOff.map(({ day, name }) => [day, name]))
  const weeks = weeksOf(month)
  return (
    <>
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
                <Day
                  day={day}
                  outside={day.month !== month.month}
                  today={day.equals(today)}
                  holiday={holidays.get(String(day))}
                  activities={byDay.get(String(day)) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {activities.length === 0 && <p class="quiet">{t('plan.none-text')}</p>}
    </>
  )
}

interface DayProps {
  day: Temporal.PlainDate
  outside: boolean
  today: boolean
  holiday: string | undefined
  activities: Activity[]
}

const Day = ({ day, outside, today, holiday, activities }: DayProps) => {
  const { t, day: dayName } = useLanguage()
  const filled = !outside && (activities.length > 0 || holiday)
  const looks = [outside && 'outside', today && 'today', holiday && 'off', !filled && 'bare'].filter(Boolean)
  const shown = outside ? [] : activities.slice(0, mostInDay)
  return (
    <td class={looks.join(' ') || undefined}>
      <p class="date">
        <span class="wide num" aria-hidden="true">
          {day.day}
        </span>
        <span class="narrow">{dayName(day)}</span>
      </p>
      {!outside && holiday && <p class="small holiday">{holiday}</p>}
      {shown.map(activity => (
        <Entry activity={activity} day={day} />
      ))}
      {!outside && activities.length > mostInDay && (
        <p class="small quiet">{t('plan.more', { count: activities.length - mostInDay })}</p>
      )}
    </td>
  )
}

const mostInDay = 6

const Entry = ({ activity, day }: { activity: Activity; day: Temporal.PlainDate }) => {
  const language = useLanguage()
  const { t } = language
  const start = zoned(activity.startsAt, activity.timeZone)
  return (
    <a class={`entry ${stateTone[activity.state]}`} href={`/program/${activity.id}`}>
      {gathers(activity.kind) && start.toPlainDate().equals(day) && <span class="num">{hour(start)} </span>}
      {activity.title}
      <span class="small">
        {ownersWords(activity, language)} · {t(`activity.state-${activity.state}`)}
      </span>
    </a>
  )
}

/** What goes on longer stands on its first and its last day. */
const daysWith = (activities: Activity[]) => {
  const found = new Map<string, Activity[]>()
  for (const activity of activities) {
    const ends = [activity.startsAt, new Date(activity.endsAt.getTime() - 1)]
    const days = new Set(ends.map(moment => String(zoned(moment, activity.timeZone).toPlainDate())))
    for (const day of days) found.set(day, [...(found.get(day) ?? []), activity])
  }
  return found
}
