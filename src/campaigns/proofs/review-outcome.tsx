import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Notice } from '../../ui/index.ts'
import type { Channel } from '../channel.ts'
import type { DutyMove } from '../duties/duty.ts'

/** A row that somebody else decided while this reviewer looked at it. */
export interface MovedDuty {
  dutyId: number
  move: string
  at: Date
  name: string | null
  moverOffice: string
  office: string
  material: string
  channel: string
}

/** What a reviewer's last sending did, and what it left as it was. */
export const ReviewOutcome = ({ decided, moved }: { decided: number; moved: MovedDuty[] }) => {
  const { t, moment } = useLanguage()
  return (
    <>
      {decided > 0 && <Notice tone="good" title={t('review.decided', { count: decided })} />}
      {moved.length > 0 && (
        <Notice tone="warn" title={t('review.moved', { count: moved.length })}>
          <ul>
            {moved.map(({ dutyId, office, material, channel, move, at, name, moverOffice }) => (
              <li>
                <a
                  href={`/tugas/${dutyId}`}
                >{`${office} · ${material} · ${t(`channel.${channel as Channel}`)}`}</a>{' '}
                <Chip tone="info">{t(`duty.done.${move as DutyMove}`)}</Chip>{' '}
                {[name, moverOffice, moment(at)].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
