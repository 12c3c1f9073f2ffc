import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import { type FollowUp, standingOf } from './follow-up.ts'
import { standingTone } from './standing-tone.ts'

export const FollowUpList = ({ rows, today }: { rows: FollowUp[]; today: Temporal.PlainDate }) => {
  const { t, shortDay } = useLanguage()
  return (
    <ul class="list">
      {rows.map(row => {
        const standing = standingOf(row, today)
        return (
          <li>
            <a class="item" href={`/tindak-lanjut/${row.id}`}>
              <span>
                <b>{row.title}</b>
                <span class="small quiet">
                  {t('follow-up.due-line', { office: row.office, day: shortDay(row.dueOn) })}
                  {row.person && ` · ${row.person}`}
                  {row.sample && ` · ${t('sample.mark')}`}
                </span>
              </span>
              <Chip tone={standingTone[standing]}>{t(`follow-up.standing.${standing}`)}</Chip>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
