import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  DateInput,
  EmptyState,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Panel,
  Table,
  TextInput,
} from '../../ui/index.ts'
import type { Population, populationHistory } from './queries.ts'

/** How many live in each district, from where that is known and as of when: what every rate stands on. */
export const PopulationsPage = ({ populations }: { populations: Population[] }) => {
  const { t, number, shortDay } = useLanguage()
  if (populations.length === 0)
    return <EmptyState title={t('insight.no-districts')} text={t('insight.no-districts-text')} />
  const missing = populations.filter(({ people }) => !people)
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warn" title={t('population.missing', { count: missing.length })}>
          <p>{t('population.missing-text')}</p>
        </Notice>
      )}
      <Table
        caption={t('population.title')}
        rows={populations}
        columns={[
          {
            title: t('insight.district'),
            cell: ({ code, name }) => <a href={`/wawasan/penduduk/${code}`}>{name}</a>,
          },
          {
            title: t('insight.people'),
            figure: true,
            cell: ({ people }) => (people === null ? t('population.unknown') : number(people)),
          },
          { title: t('population.as-of'), cell: ({ asOf }) => (asOf ? shortDay(asOf) : '–') },
          { title: t('insight.source'), cell: ({ source }) => source ?? '–' },
        ]}
      />
    </>
  )
}

interface Props {
  population: Population
  history: Awaited<ReturnType<typeof populationHistory>>
  mayCorrect: boolean
  form: FormState
  /** A colleague saved another figure meanwhile. */
  clash: boolean
}

/** One district: the figure that counts, its correction, and what was said before. */
export const PopulationPage = ({ population, history, mayCorrect, form, clash }: Props) => {
  const { t, number } = useLanguage()
  const { code, name, people, source, asOf, version } = population
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {clash && (
        <Notice tone="warn" title={t('population.clash')}>
          <p>{t('population.clash-text', { people: number(people ?? 0), source: source ?? '' })}</p>
        </Notice>
      )}
      {mayCorrect && (
        <form method="post" action={`/wawasan/penduduk/${code}`} class="stack loose" novalidate data-once>
          <input type="hidden" name="version" value={version} />
          <TextInput
            form={form}
            name="people"
            label={t('population.people', { district: name })}
            hint={t('population.people-hint')}
            value={people === null ? '' : String(people)}
            inputmode="numeric"
            short
          />
          <DateInput
            form={form}
            name="asOf"
            label={t('population.as-of')}
            hint={t('population.as-of-hint')}
            value={asOf ?? ''}
          />
          <TextInput
            form={form}
            name="source"
            label={t('insight.source')}
            hint={t('population.source-hint')}
            value={source ?? ''}
            maxlength={200}
          />
          <FormActions>
            <Button>{t('population.save')}</Button>
            <a href="/wawasan/penduduk">{t('population.back')}</a>
          </FormActions>
        </form>
      )}
      <History history={history} />
    </>
  )
}

const History = ({ history }: Pick<Props, 'history'>) => {
  const { t, number, shortDay, moment } = useLanguage()
  return (
    <Panel title={t('population.history')}>
      {history.length === 0 ? (
        <p class="quiet">{t('population.no-history')}</p>
      ) : (
        <Table
          caption={t('population.history')}
          rows={history}
          columns={[
            { title: t('population.written'), cell: ({ at }) => moment(at) },
            { title: t('insight.people'), figure: true, cell: ({ people }) => number(people) },
            { title: t('population.as-of'), cell: ({ asOf }) => shortDay(asOf) },
            { title: t('insight.source'), cell: ({ source }) => source },
            {
              title: t('population.by'),
              cell: ({ staff, office }) =>
                [staff, office].filter(Boolean).join(', ') || t('population.first'),
            },
          ]}
        />
      )}
    </Panel>
  )
}
