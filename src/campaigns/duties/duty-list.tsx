import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState } from '../../ui/index.ts'
import { type Duty, standingOf } from './duty.ts'
import { standingTone } from './standing-tone.ts'

type ListedDuty = Duty & { title: string; material: string; office?: string }

export const DutyList = ({
  duties,
  now,
  empty,
}: {
  duties: ListedDuty[]
  now: Temporal.Instant
  empty: { title: string; text: string }
}) => {
  const { t, longMoment } = useLanguage()
  if (duties.length === 0) return <EmptyState {...empty} />
  return (
    <ul class="list">
      {duties.map(duty => {
        const standing = standingOf(duty, now)
        return (
          <li>
            <a class="item" href={`/tugas/${duty.id}`}>
              <span>
                <b>
                  {duty.office && `${duty.office} · `}
                  {duty.material} · {t(`channel.${duty.channel}`)}
                </b>
                <span class="small quiet">
                  {duty.title} · {t('duty.due', { moment: longMoment(duty.dueAt) })}
                </span>
              </span>
              <Chip tone={standingTone[standing]}>
                {t(standing === 'ahead' ? `duty.state.${duty.state}` : `standing.${standing}`)}
              </Chip>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
