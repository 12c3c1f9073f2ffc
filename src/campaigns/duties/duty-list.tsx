import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import { type Duty, standingOf } from './duty.ts'
import { standingTone } from './standing-tone.ts'

export type ListedDuty = Duty & { title: string; material: string }

interface Props {
  duties: ListedDuty[]
  now: Temporal.Instant
  zone: string
}

export const DutyList = ({ duties, now, zone }: Props) => {
  const { t, longMoment } = useLanguage()
  return (
    <ul class="list">
      {duties.map(duty => {
        const standing = standingOf(duty, now)
        return (
          <li>
            <a class="item" href={`/tugas/${duty.id}`}>
              <span>
                <b>
                  {duty.material} · {t(`channel.${duty.channel}`)}
                </b>
                <span class="small quiet">
                  {duty.title} · {t('duty.due', { moment: longMoment(duty.dueAt, zone) })}
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
