import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState } from '../../ui/index.ts'
import type { VersionState } from './material.ts'
import { stateTone } from './state-tone.ts'

interface ListRow {
  id: number
  title: string
  office: string
  number: number
  state: string
  headline: string
  writtenAt: Date
}

export const MaterialsPage = ({ rows, mayWrite }: { rows: ListRow[]; mayWrite: boolean }) => {
  const { t, moment } = useLanguage()
  if (rows.length === 0)
    return (
      <EmptyState title={t('material.none')} text={t('material.none-text')}>
        {mayWrite && (
          <a class="btn" href="/materi/baru">
            {t('material.make')}
          </a>
        )}
      </EmptyState>
    )
  return (
    <div class="cards">
      {rows.map(row => (
        <a class="card" href={`/materi/${row.id}`}>
          <img
            class="poster"
            src={`/materi/${row.id}/${row.number}/square`}
            alt=""
            width="540"
            height="540"
            loading="lazy"
          />
          <h3>{row.title}</h3>
          <span>
            <Chip tone={stateTone[row.state as VersionState]}>
              {t(`material.state.${row.state as VersionState}`)}
            </Chip>
          </span>
          <span class="small quiet">
            {row.office} · {t('material.version', { number: row.number })} · {moment(row.writtenAt)}
          </span>
        </a>
      ))}
    </div>
  )
}
