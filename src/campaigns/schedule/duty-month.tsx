import { weeksOf } from '../../coordination/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { type DayGroup, groupsByDay } from './day-groups.ts'
import type { ListedDuty } from './queries.ts'

export interface DayOff {
  day: string
  name: string
}

interface Props {
  month: Temporal.PlainYearMonth
  name: string
  duties: ListedDuty[]
  daysOff: DayOff[]
  today: Temporal.PlainDate
  now: Temporal.Instant
}

/** A month on one sheet; on a phone the days with something due, one below the other. */
export const DutyMonth = ({ month, name, duties, daysOff, today, now }: Props) => {
  const { t, day: dayName } = useLanguage()
  const groups = groupsByDay(duties, now)
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
                  groups={groups.get(String(day)) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {duties.length === 0 && <p class="quiet">{t('schedule.nothing-due')}</p>}
    </>
  )
}

interface DayProps {
  day: Temporal.PlainDate
  outside: boolean
  today: boolean
  holiday: string | undefined
  groups: DayGroup[]
}

const Day = ({ day, outside, today, holiday, groups }: DayProps) => {
  const { t, day: dayName } = useLanguage()
  const filled = !outside && (groups.length > 0 || holiday)
  const looks = [outside && 'outside', today && 'today', holiday && 'off', !filled && 'bare'].filter(Boolean)
  return (
    <td class={looks.join(' ') || undefined}>
      <p class="date">
        <span class="wide num" aria-hidden="true">
          {day.day}
        </span>
        <span class="narrow">{dayName(day)}</span>
      </p>
      {!outside && holiday && <p class="small holiday">{holiday}</p>}
      {!outside && groups.slice(0, mostInDay).map(group => <Entry group={group} />)}
      {!outside && groups.length > mostInDay && (
        <p class="small quiet">{t('schedule.more', { count: groups.length - mostInDay })}</p>
      )}
    </td>
  )
}

const mostInDay = 5

const Entry = ({ group }: { group: DayGroup }) => {
  const { t, list } = useLanguage()
  const { href, title, office, channels, total, accepted, excused, tone, standing } = group
  return (
    <a class={`entry ${tone}`} href={href}>
      {office ? `${office}: ${title}` : title}
      <span class="small">
        {list(channels.map(channel => t(`channel.${channel}`)))} ·{' '}
        {total > 1 ? t('schedule.of', { done: accepted, total }) : t(`standing.${standing}`)}
        {total > 1 && excused > 0 && ` · ${t('schedule.excused-count', { count: excused })}`}
        {total > 1 && standing !== 'accepted' && ` · ${t(`standing.${standing}`)}`}
      </span>
    </a>
  )
}
