import { useLanguage } from '../../platform/i18n/language.tsx'
import { Panel, Table } from '../../ui/index.ts'
import type { CohortRow } from './queries.ts'

/** What became of those who attended. Whoever was not reached stands in a column and in every percentage. */
export const CohortTable = ({ cohort, today }: { cohort: CohortRow[]; today: string }) => {
  const { t, number, shortDay } = useLanguage()
  const ofDue = (count: number, { due }: CohortRow) =>
    due === 0
      ? '–'
      : t('programmes.of-due', { count: number(count), percent: Math.round((100 * count) / due) })
  const column = (title: string, of: (row: CohortRow) => number) => ({
    title,
    cell: (row: CohortRow) => ofDue(of(row), row),
    figure: true,
  })
  return (
    <Panel title={t('programmes.cohort')}>
      {cohort.length === 0 ? (
        <p class="quiet">{t('programmes.cohort-none')}</p>
      ) : (
        <>
          <Table
            caption={t('programmes.cohort')}
            rows={cohort}
            columns={[
              {
                title: t('programmes.after'),
                cell: row => t('programmes.after-months', { months: row.month }),
              },
              { title: t('programmes.due'), cell: row => number(row.due), figure: true },
              column(t('aftercare.outcome-active'), row => row.active),
              column(t('aftercare.outcome-stopped'), row => row.stopped),
              column(t('aftercare.outcome-declined'), row => row.declined),
              column(t('programmes.unreached'), row => row.unreachable + row.unasked),
            ]}
          />
          {cohort.map(row => (
            <p class="small">{sentence(row)}</p>
          ))}
        </>
      )}
      <p class="small quiet">{t('programmes.cohort-note', { day: shortDay(today) })}</p>
    </Panel>
  )

  function sentence(row: CohortRow) {
    if (row.due === 0) return t('programmes.cohort-early', { months: row.month, count: row.attended })
    const { month, due, active, unreachable, unasked } = row
    return t('programmes.cohort-said', { months: month, due, active, unreachable, unasked })
  }
}
