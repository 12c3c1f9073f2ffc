import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, Panel, Table } from '../../ui/index.ts'
import type { ScreeningRow } from './queries.ts'

interface PanelProps {
  complaintId: string
  screenings: ScreeningRow[]
  mayWrite: boolean
}

/** The screenings of a case: drafts and signed ones. Nothing of their content, which is sealed. */
export const ScreeningPanel = ({ complaintId, screenings, mayWrite }: PanelProps) => {
  const { t, moment } = useLanguage()
  const base = `/aduan/${complaintId}/asesmen`
  return (
    <Panel
      title={t('screening.title')}
      actions={
        mayWrite && (
          <ButtonLink kind="quiet" href={`${base}/baru`}>
            {t('screening.new')}
          </ButtonLink>
        )
      }
    >
      {screenings.length === 0 ? (
        <p class="quiet">{t('screening.none')}</p>
      ) : (
        <Table
          caption={t('screening.title')}
          rows={screenings}
          columns={[
            {
              title: t('screening.begun'),
              cell: row => <a href={`${base}/${row.id}`}>{moment(row.madeAt)}</a>,
            },
            { title: t('screening.by'), cell: row => `${row.signedBy ?? row.madeBy ?? '–'}, ${row.office}` },
            { title: t('screening.for'), cell: row => t(`screening.who-${row.child ? 'child' : 'adult'}`) },
            {
              title: t('screening.state'),
              cell: row => (
                <Chip tone={row.signedAt ? 'good' : 'info'}>
                  {t(row.signedAt ? 'screening.signed' : 'screening.draft')}
                </Chip>
              ),
            },
          ]}
        />
      )}
    </Panel>
  )
}
