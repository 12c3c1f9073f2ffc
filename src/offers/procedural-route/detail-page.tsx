import { useLanguage } from '../../platform/i18n/language.tsx'
import { Facts, Notice } from '../../ui/index.ts'
import type { Paper, Procedure, Step } from './procedure.ts'
import { SourceLine } from './told.tsx'

/** One step: what, who, where, how much, how long, which papers, what may go wrong. */
export const StepPage = ({ procedure, step }: { procedure: Procedure; step: Step }) => {
  const { t, locale, list } = useLanguage()
  const next = procedure.steps[procedure.steps.indexOf(step) + 1]
  return (
    <>
      <h1>{step.title[locale]}</h1>
      <p>{step.what[locale]}</p>
      {step.schemes.length > 0 && (
        <p class="quiet">
          {t('route.only-for', { names: list(namesOf(procedure.schemes, step.schemes, locale)) })}
        </p>
      )}
      <Facts
        items={[
          [t('route.who'), step.who[locale]],
          [t('route.where'), list(step.where.map(place => t(`route.place.${place}`)))],
          [t('route.cost'), step.cost[locale]],
          [t('route.time'), step.time[locale]],
          ...papersOf(t('route.needs'), procedure, step.needs, locale),
          ...papersOf(t('route.gives'), procedure, step.gives, locale),
        ]}
      />
      <Notice tone="warn" title={t('route.wrong')}>
        <p>{step.wrong[locale]}</p>
      </Notice>
      <SourceLine {...step} />
      {next && (
        <p>
          {t('route.then')}: <a href={`/jalur/langkah/${next.id}`}>{next.title[locale]}</a>
        </p>
      )}
      <p>
        <a href="/jalur">{t('route.back')}</a>
      </p>
    </>
  )
}

/** One of the documents: where to get it and what may go wrong. */
export const PaperPage = ({ procedure, paper }: { procedure: Procedure; paper: Paper }) => {
  const { t, locale, list } = useLanguage()
  return (
    <>
      <h1>{paper.name[locale]}</h1>
      <p>{paper.meaning[locale]}</p>
      {paper.schemes.length > 0 && (
        <p class="quiet">
          {t('route.only-for', { names: list(namesOf(procedure.schemes, paper.schemes, locale)) })}
        </p>
      )}
      <Facts
        items={[
          [t('route.where'), paper.where[locale]],
          [t('route.cost'), paper.cost[locale]],
          [t('route.time'), paper.time[locale]],
        ]}
      />
      <Notice tone="warn" title={t('route.wrong')}>
        <p>{paper.wrong[locale]}</p>
      </Notice>
      <SourceLine {...paper} />
      {paper.id === 'izin-keluarga' && (
        <p>
          <a href="/jalur/surat-izin">{t('route.letter-title')}</a>
        </p>
      )}
      <p>
        <a href="/jalur#dokumen">{t('route.back')}</a>
      </p>
    </>
  )
}

const namesOf = (
  list: { id: string; name: { id: string; en: string } }[],
  ids: string[],
  locale: 'id' | 'en',
) => list.filter(({ id }) => ids.includes(id)).map(({ name }) => name[locale])

const papersOf = (label: string, { documents }: Procedure, ids: string[], locale: 'id' | 'en') =>
  ids.length === 0
    ? []
    : [
        [
          label,
          <ul class="points">
            {documents
              .filter(({ id }) => ids.includes(id))
              .map(({ id, name }) => (
                <li>
                  <a href={`/jalur/dokumen/${id}`}>{name[locale]}</a>
                </li>
              ))}
          </ul>,
        ] as [string, preact.VNode],
      ]
