import { useLanguage } from '../../platform/i18n/language.tsx'
import { type DayOff, MonthEntry, MonthGrid } from '../../ui/index.ts'
import { type Activity, gathers } from './activity.ts'
import { zoned } from './form.ts'
import { hour, ownersWords, stateTone } from './words.ts'

interface Props {
  month: Temporal.PlainYearMonth
  name: string
  activities: Activity[]
  daysOff: DayOff[]
  today: Temporal.PlainDate
}

/** What is done in a month. */
export const MonthView = ({ month, name, activities, daysOff, today }: Props) => {
  const { t, day: dayName } = useLanguage()
  const byDay = daysWith(activities)
  return (
    <>
      <MonthGrid
        month={month}
        name={name}
        today={today}
        daysOff={daysOff}
        dayName={dayName}
        entries={day =>
          (byDay.get(String(day)) ?? []).map(activity => <Entry activity={activity} day={day} />)
        }
        most={mostInDay}
        more={count => t('plan.more', { count })}
      />
      {activities.length === 0 && <p class="quiet">{t('plan.none-text')}</p>}
    </>
  )
}

const mostInDay = 6

const Entry = ({ activity, day }: { activity: Activity; day: Temporal.PlainDate }) => {
  const language = useLanguage()
  const { t } = language
  const start = zoned(activity.startsAt, activity.timeZone)
  const below = `${ownersWords(activity, language)} · ${t(`activity.state-${activity.state}`)}`
  return (
    <MonthEntry href={`/program/${activity.id}`} tone={stateTone[activity.state]} below={below}>
      {gathers(activity.kind) && start.toPlainDate().equals(day) && <span class="num">{hour(start)} </span>}
      {activity.title}
    </MonthEntry>
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
