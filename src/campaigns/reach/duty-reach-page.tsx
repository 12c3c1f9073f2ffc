import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, Facts, type FormState, Panel, Select, Stat, Table, TextInput } from '../../ui/index.ts'
import { Meanings, rangeText } from './figures.tsx'
import type { Declaration } from './queries.ts'
import { declaredKinds, type Figures } from './reach.ts'

interface Props {
  dutyId: number
  figures: Omit<Figures, 'declared'>
  declarations: Declaration[]
  mayDeclare: boolean
  form: FormState
  formId: string
}

/** What the link of one duty counted, and beside it what the office itself knows of its reach. */
export const DutyReachPage = ({ dutyId, figures, declarations, mayDeclare, form, formId }: Props) => {
  const language = useLanguage()
  const { t, number } = language
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <div class="stats">
        <Stat figure={number(figures.clicks)} label={t('reach.clicks-label')} />
        <Stat figure={number(figures.scans)} label={t('reach.scans-label')} />
        <Stat figure={rangeText(language, figures)} label={t('reach.devices-channel-label')} />
        <Stat figure={number(figures.previews)} label={t('reach.previews-label')} />
      </div>
      <Meanings />
      <div class="halves">
        {mayDeclare && <DeclarePanel dutyId={dutyId} form={form} formId={formId} />}
        <ToldPanel declarations={declarations} />
      </div>
    </>
  )
}

const DeclarePanel = ({ dutyId, form, formId }: Pick<Props, 'dutyId' | 'form' | 'formId'>) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('reach.declare')}>
      <p>{t('reach.declare-text')}</p>
      <form method="post" action={`/tugas/${dutyId}/jangkauan`} class="stack" novalidate data-once>
        <input type="hidden" name="form" value={formId} />
        <Select
          form={form}
          name="kind"
          label={t('reach.kind')}
          empty={t('reach.kind-choose')}
          options={declaredKinds.map(kind => ({ value: kind, label: t(`reach.kind-${kind}`) }))}
        />
        <TextInput
          form={form}
          name="people"
          label={t('reach.people')}
          hint={t('reach.people-hint')}
          inputmode="numeric"
          maxlength={12}
          short
        />
        <TextInput
          form={form}
          name="source"
          label={t('reach.source')}
          hint={t('reach.source-hint')}
          maxlength={200}
        />
        <div class="actions">
          <button class="btn">{t('reach.declare-do')}</button>
        </div>
      </form>
    </Panel>
  )
}

const ToldPanel = ({ declarations }: Pick<Props, 'declarations'>) => {
  const { t, number, moment } = useLanguage()
  const latest = declaredKinds.flatMap(kind => declarations.find(one => one.kind === kind) ?? [])
  return (
    <Panel title={t('reach.declared-title')}>
      {latest.length === 0 && <p class="quiet">{t('reach.nothing-declared')}</p>}
      {latest.length > 0 && (
        <Facts
          items={latest.map(({ kind, people, source }) => [
            t(`reach.kind-${kind}`),
            `${number(people)} · ${source}`,
          ])}
        />
      )}
      {declarations.length > latest.length && (
        <details>
          <summary>{t('reach.earlier')}</summary>
          <Table
            caption={t('reach.earlier')}
            rows={declarations}
            columns={[
              { title: t('reach.when'), cell: ({ declaredAt }) => moment(declaredAt) },
              { title: t('reach.kind'), cell: ({ kind }) => t(`reach.kind-${kind}`) },
              { title: t('reach.people'), figure: true, cell: ({ people }) => number(people) },
              { title: t('reach.source'), cell: ({ source }) => source },
            ]}
          />
        </details>
      )}
    </Panel>
  )
}
