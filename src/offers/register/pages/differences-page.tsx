import { useLanguage } from '../../../platform/i18n/language.tsx'
import { Checkbox, ErrorSummary, type FormState, Notice, Panel, Stat, Table } from '../../../ui/index.ts'
import { type Difference, type DifferenceKind, differenceKinds } from '../import/compare.ts'
import type { Import } from '../import/queries.ts'
import type { Trouble } from '../import/read-rows.ts'
import { ImportSteps } from './import-steps.tsx'
import { Troubles } from './troubles-view.tsx'
import { ValueOf } from './value-view.tsx'

interface DifferencesProps {
  draft: Import
  troubles: Trouble[]
  differences: Difference[]
  counts: Record<DifferenceKind, number>
  fingerprint: string
  formId: string
  form: FormState
}

/** What the list would change, before anything changes. */
export const DifferencesPage = (props: DifferencesProps) => {
  const { draft, troubles, differences, counts } = props
  const { t, number, shortDay } = useLanguage()
  const found = counts.new + counts.changed + counts.unchanged
  return (
    <>
      <ImportSteps now="differences" />
      <p class="lead">{t('register.would', { day: shortDay(draft.asOf), source: draft.source })}</p>
      <div class="stats">
        {differenceKinds.map(kind => (
          <Stat figure={number(counts[kind])} label={t(`register.difference.${kind}`)} />
        ))}
        <Stat figure={number(troubles.length)} label={t('register.left-out')} />
      </div>
      {found === 0 && <Notice tone="danger" title={t('register.nothing-there')} />}
      {counts.gone > 0 && counts.gone * 3 > counts.gone + counts.changed + counts.unchanged && (
        <Notice tone="warn" title={t('register.many-gone', { count: counts.gone })} />
      )}
      {troubles.length > 0 && <Troubles troubles={troubles} />}
      <Changed differences={differences.filter(({ kind }) => kind === 'changed')} />
      <Named
        title={t('register.difference.gone')}
        differences={differences.filter(({ kind }) => kind === 'gone')}
      />
      <Named
        title={t('register.difference.new')}
        differences={differences.filter(({ kind }) => kind === 'new')}
      />
      {found > 0 && <Confirm {...props} />}
    </>
  )
}

const Confirm = ({ draft, troubles, fingerprint, formId, form }: DifferencesProps) => {
  const { t } = useLanguage()
  return (
    <form method="post" action={`/perekrut/impor/${draft.id}/pasang`} class="stack" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="seen" value={fingerprint} />
      {troubles.length > 0 && (
        <>
          <input type="hidden" name="leftOut" value={troubles.length} />
          <Checkbox form={form} name="leaveOut" label={t('register.leave-out', { count: troubles.length })} />
        </>
      )}
      <div class="actions">
        <button class="btn">{t('register.carry-out')}</button>
        <a class="btn plain" href={`/perekrut/impor/${draft.id}/kolom`}>
          {t('register.back-to-columns')}
        </a>
      </div>
    </form>
  )
}

const mostShown = 100

const Changed = ({ differences }: { differences: Difference[] }) => {
  const { t } = useLanguage()
  if (differences.length === 0) return null
  const rows = differences
    .slice(0, mostShown)
    .flatMap(({ label, changes }) => changes.map(change => ({ label, ...change })))
  return (
    <Panel title={t('register.difference.changed')}>
      <Table
        caption={t('register.difference.changed')}
        rows={rows}
        columns={[
          { title: t('register.line'), cell: ({ label }) => label },
          { title: t('register.what'), cell: ({ field }) => t(`register.field.${field}`) },
          {
            title: t('register.before'),
            cell: ({ field, before }) => <ValueOf field={field} value={before} />,
          },
          { title: t('register.after'), cell: ({ field, after }) => <ValueOf field={field} value={after} /> },
        ]}
      />
      <More count={differences.length - mostShown} />
    </Panel>
  )
}

const Named = ({ title, differences }: { title: string; differences: Difference[] }) =>
  differences.length === 0 ? null : (
    <Panel title={title}>
      <ul class="points">
        {differences.slice(0, mostShown).map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
      <More count={differences.length - mostShown} />
    </Panel>
  )

const More = ({ count }: { count: number }) => {
  const { t } = useLanguage()
  return count > 0 ? <p class="quiet">{t('register.and-more', { count })}</p> : null
}
