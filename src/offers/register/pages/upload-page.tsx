import { useLanguage } from '../../../platform/i18n/language.tsx'
import {
  Chip,
  Choices,
  DateInput,
  ErrorSummary,
  FileInput,
  type FormState,
  Panel,
  Table,
  TextInput,
  type Tone,
} from '../../../ui/index.ts'
import type { Import } from '../import/queries.ts'
import { registerLists } from '../register.ts'

type People = Map<string, { name: string; office: string }>

export const importTone: Record<Import['state'], Tone> = {
  draft: 'info',
  done: 'good',
  undone: 'warn',
  dropped: 'neutral',
}

interface UploadProps {
  form: FormState
  formId: string
  records: Import[]
  people: People
}

/** A list to take in, and the lists that were taken in before. */
export const UploadPage = ({ form, formId, records, people }: UploadProps) => {
  const { t } = useLanguage()
  return (
    <>
      <form
        method="post"
        action="/perekrut/impor"
        enctype="multipart/form-data"
        class="stack loose"
        novalidate
        data-once
      >
        <ErrorSummary form={form} title={t('form.summary')} />
        <input type="hidden" name="form" value={formId} />
        <Choices
          form={form}
          name="list"
          label={t('register.which-list')}
          kind="radio"
          grid
          value="companies"
          options={registerLists.map(list => ({
            value: list,
            label: t(`register.list.${list}`),
            hint: t(`register.list.${list}-hint`),
          }))}
        />
        <FileInput
          form={form}
          name="file"
          label={t('register.file')}
          hint={t('register.file-hint')}
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <DateInput
          form={form}
          name="asOf"
          label={t('register.list-day')}
          hint={t('register.list-day-hint')}
        />
        <TextInput
          form={form}
          name="source"
          label={t('register.source')}
          hint={t('register.source-hint')}
          maxlength={300}
        />
        <div class="actions">
          <button class="btn">{t('register.take-in')}</button>
        </div>
      </form>
      {records.length > 0 && (
        <Panel title={t('register.records')}>
          <Records records={records} people={people} />
        </Panel>
      )}
    </>
  )
}

const Records = ({ records, people }: { records: Import[]; people: People }) => {
  const { t, shortDay, moment } = useLanguage()
  return (
    <Table
      caption={t('register.records')}
      rows={records}
      columns={[
        {
          title: t('register.which-list'),
          cell: ({ id, list, fileName }) => (
            <a href={`/perekrut/impor/${id}`}>
              {t(`register.list.${list}`)}: {fileName}
            </a>
          ),
        },
        { title: t('register.list-day'), cell: ({ asOf }) => shortDay(asOf) },
        {
          title: t('register.import-state'),
          cell: ({ state }) => <Chip tone={importTone[state]}>{t(`register.import-state.${state}`)}</Chip>,
        },
        {
          title: t('register.by'),
          cell: ({ madeBy, madeAt }) => `${people.get(madeBy)?.name ?? ''}, ${moment(madeAt)}`,
        },
      ]}
    />
  )
}
