import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, ButtonLink, Panel, TextInput } from '../../ui/index.ts'
import type { ArrivalProps } from './arrival-page.tsx'

/** Names and the letter, behind a motive; whoever opened them stands below. */
export const NamesPanel = ({ arrival, opened, openings, form, mayWork }: ArrivalProps) => {
  const { t, moment } = useLanguage()
  if (!mayWork && openings.length === 0) return null
  return (
    <Panel title={t('arrivals.names')}>
      {opened?.letter && (
        <details>
          <summary>{t('arrivals.letter')}</summary>
          <p class="pre" dir="auto">
            {opened.letter}
          </p>
        </details>
      )}
      {!opened && mayWork && (
        <form method="post" action={`/kepulangan/${arrival.id}/buka`} class="stack tight" novalidate>
          <TextInput
            form={form}
            name="motive"
            label={t('case.motive')}
            hint={t('arrivals.motive-hint')}
            maxlength={500}
          />
          <div class="actions">
            <Button kind="quiet">{t('arrivals.open-names')}</Button>
          </div>
        </form>
      )}
      {openings.length > 0 && (
        <details>
          <summary>{t('case.openings', { count: openings.length })}</summary>
          <ul class="points small">
            {openings.map(({ name, motive, at }) => (
              <li>
                {name}: {motive} <span class="quiet num">{moment(at)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

/** The hand-over letters of an arrival. */
export const PapersPanel = ({ arrival, papers, mayWork }: ArrivalProps) => {
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('arrivals.papers')}>
      {papers.length === 0 && <p class="quiet">{t('arrivals.no-papers')}</p>}
      {papers.length > 0 && (
        <ul class="points">
          {papers.map(({ id, number, persons, madeAt }) => (
            <li>
              <a href={`/kepulangan/${arrival.id}/bast/${id}`}>{number}</a> ·{' '}
              {t('arrivals.people', { count: persons })} <span class="small quiet num">{moment(madeAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayWork && arrival.state !== 'called-off' && (
        <div class="actions">
          <ButtonLink kind="quiet" href={`/kepulangan/${arrival.id}/bast`}>
            {t('arrivals.make-paper')}
          </ButtonLink>
        </div>
      )}
    </Panel>
  )
}
