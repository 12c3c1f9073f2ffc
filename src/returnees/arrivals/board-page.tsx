import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, EmptyState, Panel } from '../../ui/index.ts'
import { arrivalNumber } from '../words.ts'
import { type ArrivalState, missing } from './arrival.ts'
import type { ArrivalRow } from './queries.ts'

interface Props {
  arrivals: ArrivalRow[]
  today: Temporal.PlainDate
  from: Temporal.PlainDate
  days: number
}

export const stateTone = {
  expected: 'info',
  met: 'warn',
  'handed-over': 'good',
  'called-off': 'neutral',
} as const satisfies Record<ArrivalState, string>

/** The next days: who arrives, who meets, what is still missing. */
export const BoardPage = ({ arrivals, today, from, days }: Props) => {
  const { t, day } = useLanguage()
  const byDay = Map.groupBy(arrivals, ({ arrivesOn }) => arrivesOn)
  const words = (date: string) => {
    const ahead = today.until(date).days
    return ahead === 0 ? t('arrivals.today') : ahead === 1 ? t('arrivals.tomorrow') : undefined
  }
  return (
    <>
      {arrivals.length === 0 && <EmptyState title={t('arrivals.none')} text={t('arrivals.none-text')} />}
      {[...byDay].map(([date, own]) => (
        <Panel title={[words(date), day(date)].filter(Boolean).join(', ')}>
          <ul class="list">
            {own.map(arrival => (
              <Item arrival={arrival} />
            ))}
          </ul>
        </Panel>
      ))}
      <p class="row">
        <a href={`/kepulangan?dari=${from.subtract({ days })}`}>{t('arrivals.earlier')}</a>
        <a href={`/kepulangan?dari=${from.add({ days })}`}>{t('arrivals.later')}</a>
      </p>
    </>
  )
}

const Item = ({ arrival }: { arrival: ArrivalRow }) => {
  const { t, list, country, time } = useLanguage()
  const state = arrival.state as ArrivalState
  const lacks = missing(arrival)
  const meets =
    arrival.meeter ?? (arrival.otherMeeter ? t('arrivals.other-meets') : t('arrivals.nobody-meets'))
  return (
    <li>
      <a class="item" href={`/kepulangan/${arrival.id}`}>
        <span>
          <b>
            {[
              arrival.arrivesAt && time(arrival.arrivesAt),
              arrival.flight,
              t('arrivals.people', { count: arrival.persons }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </b>{' '}
          <span class="num">{arrivalNumber(arrival)}</span>
          <br />
          <span class="small quiet">
            {[
              arrival.comingFrom && t('arrivals.coming-from', { country: country(arrival.comingFrom) }),
              arrival.origins.length > 0 && list(arrival.origins),
              meets,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {lacks.length > 0 && (
            <>
              <br />
              <span class="small">
                {t('arrivals.missing', { what: list(lacks.map(gap => t(`arrivals.gap-${gap}`))) })}
              </span>
            </>
          )}
        </span>
        <Chip tone={stateTone[state]}>{t(`arrivals.state-${state}`)}</Chip>
      </a>
    </li>
  )
}

export const BoardActions = () => {
  const { t } = useLanguage()
  return <ButtonLink href="/kepulangan/baru">{t('arrivals.new')}</ButtonLink>
}
