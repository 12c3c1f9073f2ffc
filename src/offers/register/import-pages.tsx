import { emptyForm } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Checkbox,
  Chip,
  DateInput,
  ErrorSummary,
  FileInput,
  type FormState,
  Select,
  Table,
  TextInput,
} from '../../ui/index.ts'
import { entryKinds, fieldsOf } from './entry.ts'
import type { previewImport } from './import-list.ts'
import type { recentImports } from './import-queries.ts'

type ImportState = 'draft' | 'done' | 'undone'

interface ImportsProps {
  imports: Awaited<ReturnType<typeof recentImports>>
  form: FormState
  formId: string
}

export const ImportsPage = ({ imports, form, formId }: ImportsProps) => {
  const { t, moment } = useLanguage()
  return (
    <div class="stack loose">
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" encType="multipart/form-data" class="stack loose">
        <input type="hidden" name="formId" value={formId} />
        <Select
          name="kind"
          label={t('register.kind')}
          form={form}
          options={entryKinds.map(kind => ({ value: kind, label: t(`register.kind.${kind}`) }))}
        />
        <FileInput
          name="file"
          label={t('register.file')}
          hint={t('register.file-hint')}
          form={form}
          accept=".csv,.xlsx,.txt"
        />
        <TextInput name="source" label={t('register.source')} form={form} maxlength={200} />
        <DateInput name="asOf" label={t('register.day')} form={form} />
        <div class="actions">
          <Button>{t('register.read')}</Button>
        </div>
      </form>
      {imports.length > 0 && (
        <Table
          caption={t('register.imports')}
          rows={imports}
          columns={[
            {
              title: t('register.file'),
              cell: row => <a href={`/perekrut/impor/${row.id}`}>{row.fileName}</a>,
            },
            { title: t('register.kind'), cell: row => t(`register.kind.${row.kind}`) },
            { title: t('register.source'), cell: row => `${row.source} · ${row.asOf}` },
            {
              title: t('register.imports'),
              cell: row =>
                `${t(`register.import-state.${row.state as ImportState}`)} · ${row.by} · ${moment(row.madeAt)}`,
            },
          ]}
        />
      )}
    </div>
  )
}

type Preview = Awaited<ReturnType<typeof previewImport>>

/** Rows shown of each kind of difference; the counts are of all. */
const shown = 50

export const ImportPage = ({ found, troubles, diff, counts }: Preview) => {
  const { t } = useLanguage()
  const post = (deed: string) => `/perekrut/impor/${found.id}/${deed}`
  const state = found.state as ImportState
  return (
    <div class="stack loose">
      <p>
        <Chip tone={state === 'done' ? 'good' : 'neutral'}>{t(`register.import-state.${state}`)}</Chip>{' '}
        {t(`register.kind.${found.kind}`)} · {found.source} · {found.as_of}
      </p>
      {state === 'draft' && <ColumnsForm found={found} action={post('kolom')} />}
      {troubles.length > 0 && (
        <section>
          <h2>
            {t('register.troubles')} ({troubles.length})
          </h2>
          <ul>
            {troubles.slice(0, shown).map(({ row, reason, field }) => (
              <li>{t(`register.trouble.${reason}`, { row, field: t(`register.field.${field}`) })}</li>
            ))}
          </ul>
        </section>
      )}
      {state === 'draft' && <DifferencesView diff={diff} counts={counts} />}
      {state === 'draft' && (
        <form method="post" action={post('terapkan')} class="stack">
          <Checkbox name="complete" form={emptyForm} value="yes" label={t('register.complete')} />
          <div class="actions">
            <Button>{t('register.apply')}</Button>
          </div>
        </form>
      )}
      {state === 'done' && (
        <form method="post" action={post('batal')}>
          <Button>{t('register.undo')}</Button>
        </form>
      )}
    </div>
  )
}

const ColumnsForm = ({ found, action }: { found: Preview['found']; action: string }) => {
  const { t } = useLanguage()
  const heading = found.sheet[found.columns.row] ?? []
  const width = Math.min(60, Math.max(...found.sheet.slice(0, 50).map(row => row.length)))
  const options = Array.from({ length: width }, (_, at) => ({
    value: String(at),
    label: heading[at] || found.sheet[found.columns.row - 1]?.[at] || String(at + 1),
  }))
  return (
    <form method="post" action={action} class="stack">
      <h2>{t('register.columns')}</h2>
      {fieldsOf(found.kind).map(field => (
        <Select
          name={field}
          form={emptyForm}
          label={t(`register.field.${field}`)}
          options={options}
          value={String(found.columns.columns[field] ?? '')}
          empty={t('register.no-column')}
        />
      ))}
      <Button>{t('register.use-columns')}</Button>
    </form>
  )
}

const DifferencesView = ({ diff, counts }: Pick<Preview, 'diff' | 'counts'>) => {
  const { t } = useLanguage()
  return (
    <section>
      <h2>{t('register.differences')}</h2>
      <ul>
        {(['added', 'changed', 'gone', 'unchanged'] as const).map(kind => (
          <li>
            {t(`register.${kind}`)}: {counts[kind]}
          </li>
        ))}
      </ul>
      <ul>
        {diff.added.slice(0, shown).map(({ key, fields }) => (
          <li>
            {t('register.added')}: {fields.name ?? key}
          </li>
        ))}
        {diff.changed.slice(0, shown).map(({ key, fields, changed }) => (
          <li>
            {t('register.changed')}: {fields.name ?? key}
            {changed.map(
              change =>
                ` · ${t(`register.field.${change.field}`)}: ${change.old || '–'} → ${change.new || '–'}`,
            )}
          </li>
        ))}
        {diff.gone.slice(0, shown).map(({ key, fields }) => (
          <li>
            {t('register.gone')}: {fields.name ?? key}
          </li>
        ))}
      </ul>
    </section>
  )
}
