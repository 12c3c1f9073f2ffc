import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState, Panel, Stat } from '../../ui/index.ts'
import { isLate, removalCounts, removalStates } from './removal.ts'
import type { ShownRemoval } from './removal-queries.ts'
import { removalTone } from './tones.ts'

interface RemovalsProps {
  removals: ShownRemoval[]
  officeId: number
  today: Temporal.PlainDate
}

/** What an office has to take down, and apart from it what it follows at others until the last has done it. */
export const RemovalsPage = ({ removals, officeId, today }: RemovalsProps) => {
  const { t, number } = useLanguage()
  if (removals.length === 0) return <EmptyState title={t('removal.none')} text={t('removal.none-text')} />
  const own = removals.filter(one => one.officeId === officeId)
  const followed = removals.filter(one => one.officeId !== officeId)
  const counts = removalCounts(followed)
  return (
    <>
      {own.length > 0 && (
        <Panel title={t('removal.own')}>
          <p class="quiet">{t('removal.own-lead')}</p>
          <Removals rows={own} today={today} />
        </Panel>
      )}
      {followed.length > 0 && (
        <Panel title={t('removal.followed')}>
          <div class="stats">
            {removalStates.map(state => (
              <Stat figure={number(counts[state])} label={t(`removal.state.${state}`)} />
            ))}
          </div>
          <Removals rows={followed} today={today} />
        </Panel>
      )}
    </>
  )
}

const Removals = ({ rows, today }: { rows: ShownRemoval[]; today: Temporal.PlainDate }) => {
  const { t, shortDay } = useLanguage()
  return (
    <ul class="list">
      {rows.map(row => (
        <li>
          <a class="item" href={`/penurunan/${row.id}`}>
            <span>
              <b>
                {row.office} · {t(`channel.${row.channel}`)}
              </b>
              <span class="small quiet">
                {row.material} · {t('removal.by', { day: shortDay(row.dueOn) })}
              </span>
            </span>
            <Chip tone={removalTone[row.state]}>
              {t(isLate(row, today) ? 'removal.late' : `removal.state.${row.state}`)}
            </Chip>
          </a>
        </li>
      ))}
    </ul>
  )
}
