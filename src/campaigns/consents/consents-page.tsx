import { useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState, Notice, Panel } from '../../ui/index.ts'
import { type Consent, consentStanding } from './consent.ts'
import { ConsentEntry } from './consent-entry-view.tsx'

interface ConsentsProps {
  consents: (Consent & { title: string })[]
  today: Temporal.PlainDate
  mayKeep: boolean
}

const order = ['soon', 'valid', 'expired', 'withdrawn'] as const

/** Every consent and licence of an office, what ends soon on top. */
export const ConsentsPage = ({ consents, today, mayKeep }: ConsentsProps) => {
  const { t } = useLanguage()
  if (consents.length === 0) return <EmptyState title={t('consent.none')} text={t('consent.none-text')} />
  const groups = Map.groupBy(consents, consent => consentStanding(consent, today))
  const soon = groups.get('soon')?.length ?? 0
  return (
    <>
      <p class="lead">{t('consent.all-lead')}</p>
      {soon > 0 && <Notice tone="warn">{t('consent.soon', { count: soon })}</Notice>}
      {order.map(standing => {
        const rows = groups.get(standing)
        return (
          rows && (
            <Panel title={`${t(`consent.standing.${standing}`)} (${rows.length})`}>
              <ul class="list">
                {rows.map(consent => (
                  <li>
                    <ConsentEntry consent={consent} today={today} mayKeep={mayKeep}>
                      <a href={`/materi/${consent.materialId}/izin`}>{consent.title}</a>
                    </ConsentEntry>
                  </li>
                ))}
              </ul>
            </Panel>
          )
        )
      })}
    </>
  )
}
