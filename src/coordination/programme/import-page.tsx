import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, type FormState, Notice, Panel, Table, UploadForm } from '../../ui/index.ts'
import type { Import } from './sheet/queries.ts'

/** The way in for a plan that an office keeps as a sheet. */
export const ImportPage = ({ form, formId }: { form: FormState; formId: string }) => {
  const { t } = useLanguage()
  return (
    <UploadForm
      form={form}
      formId={formId}
      action="/program/impor"
      summary={t('form.summary')}
      label={t('plan.file')}
      hint={t('plan.file-hint')}
      accept=".xlsx,.csv"
      deed={t('plan.take-in')}
      back={{ href: '/program', label: t('activity.back') }}
    >
      <p>{t('plan.import-text')}</p>
      <p>
        <a href="/program/impor/contoh">{t('plan.import-example')}</a>
      </p>
    </UploadForm>
  )
}

/** What became of a sheet: how many rows are in, and which are not, each with why. */
export const ImportedPage = ({ done }: { done: Import }) => {
  const { t } = useLanguage()
  const { taken, leftOut } = done
  return (
    <>
      <Notice tone={leftOut.rows.length === 0 ? 'good' : 'info'} title={t('plan.taken', { count: taken })}>
        <p>{t('plan.left-count', { count: leftOut.rows.length })}</p>
      </Notice>
      {leftOut.rows.length > 0 && (
        <Panel
          title={t('plan.left-out')}
          actions={
            <ButtonLink kind="quiet" href={`/program/impor/${done.id}/sisa`} download>
              {t('plan.left-sheet')}
            </ButtonLink>
          }
        >
          <Table
            caption={t('plan.left-out')}
            rows={leftOut.rows.slice(0, mostShown)}
            columns={[
              { title: t('plan.row'), cell: ({ row }) => t('plan.row-of', { row }) },
              {
                title: t('plan.reason'),
                cell: ({ reasons }) =>
                  reasons
                    .map(
                      ({ column, reason }) =>
                        `${t(`plan.column-${column}`)}: ${t(reason, { min: 3, max: 120 })}`,
                    )
                    .join('; '),
              },
            ]}
          />
        </Panel>
      )}
      <p>
        <a href="/program?tampilan=daftar">{t('plan.to-programme')}</a>
      </p>
    </>
  )
}

const mostShown = 200
