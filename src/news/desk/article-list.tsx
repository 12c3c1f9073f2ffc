import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState, Table } from '../../ui/index.ts'
import type { ArticleState } from '../article.ts'
import { stateTone } from './state-tone.ts'

export interface Row {
  id: number
  office: string
  state: ArticleState
  version: { title: string; number: number; writtenAt: Date }
}

export const ArticleList = ({ rows, mayWrite }: { rows: Row[]; mayWrite: boolean }) => {
  const { t, moment } = useLanguage()
  if (rows.length === 0)
    return (
      <EmptyState title={t('news.none')} text={t('news.none-text')}>
        {mayWrite && (
          <a class="btn" href="/redaksi/baru">
            {t('news.make')}
          </a>
        )}
      </EmptyState>
    )
  return (
    <Table
      caption={t('nav.news')}
      rows={rows}
      columns={[
        { title: t('news.title'), cell: row => <a href={`/redaksi/${row.id}`}>{row.version.title}</a> },
        {
          title: t('news.state-field'),
          cell: ({ state }) => <Chip tone={stateTone[state]}>{t(`news.state.${state}`)}</Chip>,
        },
        { title: t('office.one'), cell: row => row.office },
        { title: t('news.written'), cell: row => moment(row.version.writtenAt) },
      ]}
    />
  )
}
