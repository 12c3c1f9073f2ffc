import { type Language, useLanguage } from '../../../platform/i18n/language.tsx'
import { Panel, Table } from '../../../ui/index.ts'
import type { Trouble } from '../import/read-rows.ts'

const mostShown = 200

/** Rows that are left out: which, and why, in words that say what to mend. */
export const Troubles = ({ troubles }: { troubles: Trouble[] }) => {
  const language = useLanguage()
  const { t } = language
  return (
    <Panel title={t('register.troubles')}>
      <p>{t('register.troubles-text')}</p>
      <Table
        caption={t('register.troubles')}
        rows={troubles.slice(0, mostShown)}
        columns={[
          { title: t('register.row'), cell: ({ row }) => t('register.row-of', { row }) },
          { title: t('register.why'), cell: trouble => reasonOf(trouble, language) },
        ]}
      />
      {troubles.length > mostShown && (
        <p class="quiet">{t('register.and-more', { count: troubles.length - mostShown })}</p>
      )}
    </Panel>
  )
}

const reasonOf = ({ reason, field, value = '', other = 0, near = '' }: Trouble, { t }: Language) =>
  t(`register.trouble.${reason}`, { field: field ? t(`register.field.${field}`) : '', value, other, near })
