import { useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState, Panel } from '../../ui/index.ts'
import { DutyList, type ListedDuty } from './duty-list.tsx'
import { openGroups, todayGroupOf, todayGroups } from './today.ts'

interface Props {
  duties: ListedDuty[]
  now: Temporal.Instant
  zone: string
}

/** An office's duties by when they are due: a phone shows what is pressing, and the rest when it is asked for. */
export const TodayPage = ({ duties, now, zone }: Props) => {
  const { t, number } = useLanguage()
  if (duties.length === 0) return <EmptyState title={t('today.nothing')} text={t('today.nothing-text')} />
  const groups = Map.groupBy(duties, duty => todayGroupOf(duty, now, zone))
  const pressing = openGroups.some(group => groups.has(group))
  return (
    <div class="stack">
      {!pressing && <EmptyState title={t('today.no-press')} text={t('today.no-press-text')} />}
      {todayGroups.map(group => {
        const some = groups.get(group)
        if (!some) return null
        const name = t(`today.group-${group}`)
        const title = `${name} (${number(some.length)})`
        const list = <DutyList duties={some} now={now} zone={zone} />
        return openGroups.includes(group) ? (
          <Panel title={title}>{list}</Panel>
        ) : (
          <details class="panel">
            <summary>{title}</summary>
            {list}
          </details>
        )
      })}
    </div>
  )
}
