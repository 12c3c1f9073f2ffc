import { useLanguage } from '../../../platform/i18n/language.tsx'
import {
  Choices,
  Deed,
  ErrorSummary,
  Fieldset,
  type FormState,
  Notice,
  Select,
  Table,
  TextInput,
} from '../../../ui/index.ts'
import { type Field, fieldsOf, requiredOf } from '../import/fields.ts'
import { titlesOf } from '../import/layout.ts'
import type { Import } from '../import/queries.ts'
import type { Cell, Sheet } from '../sheet/sheet.ts'
import { ImportSteps } from './import-steps.tsx'

interface ColumnsProps {
  draft: Import
  sheets: Sheet[]
  form: FormState
}

/** What each column says: as guessed from the titles, to be put right by hand. */
export const ColumnsPage = ({ draft, sheets, form }: ColumnsProps) => {
  const { t } = useLanguage()
  const rows = sheets[draft.layout.sheet]?.rows ?? []
  const titles = titlesOf(rows, draft.layout.headerRow)
  const known = Object.keys(draft.layout.columns).length
  return (
    <>
      <ImportSteps now="columns" />
      {known === 0 && <Notice tone="warn" title={t('register.no-titles')} />}
      <form method="post" action={`/perekrut/impor/${draft.id}/kolom`} class="stack loose" novalidate>
        <ErrorSummary form={form} title={t('form.summary')} />
        <Header draft={draft} sheets={sheets} form={form} />
        <Sample draft={draft} rows={rows} titles={titles} />
        <Fieldset legend={t('register.columns')}>
          {fieldsOf[draft.list].map(field => (
            <ColumnOf field={field} draft={draft} titles={titles} form={form} />
          ))}
        </Fieldset>
        <Choices
          form={form}
          name="complete"
          label={t('register.complete')}
          kind="radio"
          value={draft.complete ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('register.complete-yes'), hint: t('register.complete-yes-hint') },
            { value: 'no', label: t('register.complete-no'), hint: t('register.complete-no-hint') },
          ]}
        />
        <div class="actions">
          <button class="btn">{t('register.see-differences')}</button>
        </div>
      </form>
      <Deed action={`/perekrut/impor/${draft.id}/buang`} label={t('register.drop')} kind="plain" />
    </>
  )
}

const Header = ({ draft, sheets, form }: ColumnsProps) => {
  const { t } = useLanguage()
  return (
    <Fieldset legend={t('register.header')}>
      {sheets.length > 1 ? (
        <Select
          form={form}
          name="sheet"
          label={t('register.sheet')}
          value={String(draft.layout.sheet)}
          options={sheets.map(({ name, rows }, place) => ({
            value: String(place),
            label: t('register.sheet-of', { name, rows: rows.length }),
          }))}
        />
      ) : (
        <input type="hidden" name="sheet" value="0" />
      )}
      <TextInput
        form={form}
        name="headerRow"
        label={t('register.header-row')}
        hint={t('register.header-row-hint')}
        value={String(draft.layout.headerRow)}
        inputmode="numeric"
        short
      />
      <div class="actions">
        <button class="btn plain" name="again" value="yes">
          {t('register.read-titles')}
        </button>
      </div>
    </Fieldset>
  )
}

const ColumnOf = ({
  field,
  draft,
  titles,
  form,
}: { field: Field; titles: string[] } & Omit<ColumnsProps, 'sheets'>) => {
  const { t } = useLanguage()
  return (
    <Select
      form={form}
      name={field}
      label={t(`register.field.${field}`)}
      optional={requiredOf[draft.list].includes(field) ? undefined : t('register.may-lack')}
      value={String(draft.layout.columns[field] ?? '')}
      empty={t('register.no-column')}
      options={titles.map((title, at) => ({
        value: String(at + 1),
        label: `${lettersOf(at)} · ${title.slice(0, 60)}`,
      }))}
    />
  )
}

const shownRows = 4
const shownColumns = 8

const Sample = ({ draft, rows, titles }: { draft: Import; rows: Cell[][]; titles: string[] }) => {
  const { t } = useLanguage()
  const from = draft.layout.headerRow
  return (
    <Table
      caption={t('register.sample')}
      rows={rows.slice(from, from + shownRows).map((cells, at) => ({ row: from + at + 1, cells }))}
      columns={[
        { title: t('register.row'), cell: ({ row }) => t('register.row-of', { row }) },
        ...titles.slice(0, shownColumns).map((title, at) => ({
          title: `${lettersOf(at)} ${title.slice(0, 40)}`,
          cell: ({ cells }: { cells: Cell[] }) => String(cells[at] ?? '').slice(0, 60),
        })),
      ]}
    />
  )
}

/** A, B, … Z, AA: as the spreadsheet calls its columns. */
const lettersOf = (at: number): string =>
  (at >= 26 ? lettersOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
