import { dayOf } from '../../platform/clock/clock.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState, Table } from '../../ui/index.ts'
import type { RemovalState } from '../consents/removal.ts'
import { languageName } from './language.ts'
import type { Publication } from './published-queries.ts'

/** Where a material went out: office by channel by date, with its proofs. */
export const PublishedPage = ({ rows, languages }: { rows: Publication[]; languages: number }) => {
  const { t, shortDay, number } = useLanguage()
  if (rows.length === 0)
    return <EmptyState title={t('material.published-none')} text={t('material.published-none-text')} />
  const offices = new Set(rows.map(({ office }) => office)).size
  return (
    <>
      <p class="lead">{t('material.published-count', { publications: rows.length, offices })}</p>
      <Table
        caption={t('material.published')}
        rows={rows}
        columns={[
          { title: t('office.one'), cell: row => row.office },
          { title: t('material.channel'), cell: row => t(`channel.${row.channel}`) },
          {
            title: t('material.version-field'),
            cell: row => `${number(row.number)}${languages > 1 ? `, ${languageName(row.language, t)}` : ''}`,
          },
          { title: t('material.day'), cell: row => shortDay(dayOf(row.at)) },
          { title: t('material.state-field'), cell: row => <State row={row} /> },
          { title: t('material.proof'), cell: row => <Proofs row={row} /> },
        ]}
      />
    </>
  )
}

const State = ({ row }: { row: Publication }) => {
  const { t } = useLanguage()
  return (
    <>
      <a href={`/tugas/${row.dutyId}`}>{t(`duty.state.${row.state}`)}</a>{' '}
      {row.removal && (
        <a href={`/penurunan/${row.removal.id}`}>
          <Chip tone="warn">{t(`removal.state.${row.removal.state as RemovalState}`)}</Chip>
        </a>
      )}
    </>
  )
}

const Proofs = ({ row }: { row: Publication }) => {
  const { t } = useLanguage()
  if (row.proofs.length === 0) return <span class="quiet">{t('material.no-proof')}</span>
  return (
    <span class="row">
      {row.proofs.map(({ id, kind, url }, index) => (
        <a
          href={kind === 'link' && url ? url : `/bukti/${id}`}
          rel="noopener noreferrer nofollow"
          aria-label={`${t(kind === 'link' ? 'material.proof-link' : 'material.proof-photo')}: ${t('material.proof-of', { number: index + 1, office: row.office })}`}
        >
          {t(kind === 'link' ? 'material.proof-link' : 'material.proof-photo')}
        </a>
      ))}
    </span>
  )
}
