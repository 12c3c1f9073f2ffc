import { useLanguage } from '../../platform/i18n/language.tsx'
import { type DayOff, MonthEntry, MonthGrid } from '../../ui/index.ts'
import { type DayGroup, groupsByDay } from './day-groups.ts'
import type { ListedDuty } from './queries.ts'

interface Props {
  month: Temporal.PlainYearMonth
  name: string
  duties: ListedDuty[]
  daysOff: DayOff[]
  today: Temporal.PlainDate
  now: Temporal.Instant
}

/** What is due in a month. */
export const DutyMonth = ({ month, name, duties, daysOff, today, now }: Props) => {
  const { t, day: dayName } = useLanguage()
  const groups = groupsByDay(duties, now)
  return (
    <>
      <MonthGrid
        month={month}
        name={name}
        today={today}
        daysOff={daysOff}
        dayName={dayName}
        entries={day => (groups.get(String(day)) ?? []).map(group => <Entry group={group} />)}
        most={mostInDay}
        more={count => t('schedule.more', { count })}
      />
      {duties.length === 0 && <p class="quiet">{t('schedule.nothing-due')}</p>}
    </>
  )
}

const mostInDay = 5

const Entry = ({ group }: { group: DayGroup }) => {
  const { t, list } = useLanguage()
  const { href, title, office, channels, total, accepted, excused, tone, standing } = group
  const below = (
    <>
      {list(channels.map(channel => t(`channel.${channel}`)))} ·{' '}
      {total > 1 ? t('schedule.of', { done: accepted, total }) : t(`standing.${standing}`)}
      {total > 1 && excused > 0 && ` · ${t('schedule.excused-count', { count: excused })}`}
      {total > 1 && standing !== 'accepted' && ` · ${t(`standing.${standing}`)}`}
    </>
  )
  return (
    <MonthEntry href={href} tone={tone} below={below}>
      {office ? `${office}: ${title}` : title}
    </MonthEntry>
  )
}
